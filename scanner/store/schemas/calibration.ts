import * as z from 'zod'

const figures = z
  .array(z.object({ of: z.string(), matched: z.int(), missing: z.int(), invented: z.int() }).readonly())
  .describe('`matched` of the truth were told, `missing` were not; `invented` was told and is not so.')

/** What is kept of a whole calibration, and named in reports. */
export const calibration = z.object({
  at: z.iso.datetime(),
  versions: z.object({ tool: z.string(), knowledge: z.string(), browser: z.string() }),
  facts: figures.describe('Hosts, requests, cookies and storage of a site with tags.'),
  banners: figures.describe('Banners seen, choices made, states proven.'),
  findings: figures.describe('By rule: findings that had to be made, and failures that nobody expected.'),
  wrongWayClicks: z.int().describe('Clicks that did the opposite of what was asked, or something else.'),
  falselyProven: z.int().describe('States called proven that were not.'),
})

/** What `tagtrail calibrate --json` prints. */
export const calibrationResult = z.object({
  calibration,
  measured: z.array(z.string()).readonly().describe('Names of the sites that were measured.'),
  faults: z
    .array(z.object({ subject: z.string(), lines: z.array(z.string()).readonly() }).readonly())
    .readonly()
    .describe('What went wrong, by the site it went wrong on.'),
  leftOut: z.array(z.string()).readonly().describe('Sites that could not be served here, and why.'),
  unexercised: z
    .array(
      z
        .object({
          ruleId: z.string(),
          outcome: z.enum(['fail', 'pass', 'unclear']),
          because: z.string().nullable().describe('Why no scan can come to it; `null` where only the site is missing.'),
        })
        .readonly(),
    )
    .readonly()
    .describe('Outcomes that no site of the lab asks of a rule; empty when findings were not measured.'),
})
