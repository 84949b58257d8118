import * as z from 'zod'
import type { Assessment, Coverage } from '../../model.ts'
import { proof } from './choice-facts.ts'
import { finding } from './finding.ts'
import { gap } from './gap.ts'
import { matrixRow } from './matrix.ts'
import { sighting } from './sighting.ts'
import { whatIf } from './what-if.ts'
import { wording } from './wording.ts'
import { consentState, ended, run, stateVerdict, stepRole, utc } from './words.ts'

const coverage = z.object({
  visits: z.array(
    z.object({
      run,
      state: consentState,
      stepId: z.string(),
      visited: z.boolean(),
      url: z.string().nullable(),
      status: z.int().nullable(),
      quiet: z.boolean(),
    }),
  ),
  gaps: z.array(gap),
  notCovered: z.array(z.string()),
  counts: z.object({ requests: z.int(), cookies: z.int(), storage: z.int(), vendors: z.int() }),
}) satisfies z.ZodType<Coverage>

/** `assessment.json`: what the evidence means. */
export const assessment = z.object({
  scan: z.object({
    name: z.string(),
    site: z.string(),
    startedAt: utc,
    jurisdiction: z.string(),
    // Not in scans of before there could be several.
    jurisdictions: z.array(z.string()).default([]),
    runs: z.int(),
    ended,
  }),
  states: z.array(
    z.object({
      state: consentState,
      verdict: stateVerdict,
      because: z.string(),
      runs: z.int(),
      proven: z.array(z.int()),
      proof: z.array(proof),
    }),
  ),
  steps: z.array(z.object({ id: z.string(), label: z.string(), role: stepRole })),
  headline: z.string(),
  matrix: z.array(matrixRow),
  sightings: z.array(sighting),
  findings: z.array(finding),
  attribution: z.null(),
  coverage,
  whatIf: whatIf.nullable().default(null),
  versions: z.object({
    tool: z.string(),
    knowledge: z.string(),
    browser: z.string(),
    rules: z.array(z.string()),
  }),
  // Not in scans of before there was such a key.
  ownKnowledge: z
    .object({
      path: z.string(),
      vendors: z.int(),
      categories: z.int(),
      lists: z.array(z.object({ name: z.string(), rules: z.int() })),
    })
    .nullable()
    .default(null),
  // Not in scans of before sentences could be read in other languages.
  wordings: z.array(wording).default([]),
}) satisfies z.ZodType<Assessment>
