import { type } from '@orpc/contract'
import * as z from 'zod'
import type { Plan } from '../../scanner/model.ts'
import type { PlanFile } from '../../scanner/plan/schema.ts'
import { id, procedure } from './procedure.ts'

const draft = z.record(z.string(), z.unknown())
/** A plan file is small; what is not was pasted by mistake. */
const fileText = z.string().max(1_000_000)

/** Funnels: what a scan is asked to do. A funnel may be kept while it still has mistakes; it cannot be scanned then. */
export const funnels = {
  list: procedure.input(z.object({ projectId: id.nullable().default(null) })).output(type<readonly FunnelSummary[]>()),
  get: procedure.input(z.object({ id })).output(type<Funnel>()),
  /** Without an id a new one; with the id of a removed one it comes back. */
  save: procedure.input(z.object({ id: id.nullable().default(null), projectId: id, draft })).output(type<Funnel>()),
  remove: procedure.input(z.object({ id })).output(type<Funnel>()),
  /** For every keystroke: what is wrong with the draft, by path, and how it reads as a file. Keeps nothing. */
  check: procedure.input(z.object({ draft })).output(type<CheckedPlan>()),
  /** Visits one step now, with no choice made, and keeps nothing of it. Takes seconds; ends when nobody waits any more. */
  visit: procedure.input(z.object({ draft, index: z.int().min(0).max(500) })).output(type<StepVisit>()),
  /** The same for the text of a plan file; mistakes have lines and columns. Slips in the syntax leave the draft empty. What
   *  is hidden in the text is what it is in `kept`. */
  checkText: procedure
    .input(
      z.object({
        text: fileText,
        format: z.enum(['yaml', 'json']).default('yaml'),
        kept: draft.nullable().default(null),
      }),
    )
    .output(type<CheckedPlan>()),
  /** A draft that visits these addresses in this order; a line that is none is a mistake at `urls[n]`. */
  fromUrls: procedure
    .input(z.object({ urls: z.array(z.string().max(10_000)).max(200), name: z.string().max(1000).default('') }))
    .output(type<CheckedPlan>()),
}

export interface FunnelSummary {
  readonly id: string
  readonly projectId: string
  readonly name: string
  readonly site: string
  readonly steps: number
  readonly changedAt: string
  /** Mistakes that keep it from being scanned. */
  readonly mistakes: number
}

export interface Funnel extends CheckedPlan {
  readonly id: string
  readonly projectId: string
  readonly createdAt: string
  readonly changedAt: string
}

/** A plan file's values as they stand, complete or not. `PlanFile` when it has no mistakes. */
export type PlanDraft = Readonly<Record<string, unknown>>

export interface CheckedPlan {
  readonly draft: PlanDraft
  /** The draft as a plan file, in YAML. */
  readonly text: string
  /** The same with passwords and values of headers hidden, line for line; `null` when there are none. */
  readonly hiddenText: string | null
  readonly mistakes: readonly PlanMistake[]
  /** With every default filled in; `null` while there are mistakes. */
  readonly plan: Plan | null
}

export interface PlanMistake {
  /** As in `['steps', 1, 'go', 'url']`; empty when it is about the whole. */
  readonly path: readonly (string | number)[]
  /** The same as a person writes it: `steps[1].go.url`. */
  readonly at: string
  readonly text: string
  /** Place in `text`, from 1; `null` for what stands nowhere in it. */
  readonly line: number | null
  readonly column: number | null
}

/** What a visitor who made no choice was shown on a step. */
export interface StepVisit {
  /** Where the visit ended; `null` when there was no page. */
  readonly url: string | null
  readonly title: string
  readonly status: number | null
  readonly hasBanner: boolean
  /** As a `data:` URL. */
  readonly picture: string | null
  readonly requests: number
  /** What could not be seen, in sentences. */
  readonly gaps: readonly string[]
}

export type { PlanFile }
