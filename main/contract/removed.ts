import { type } from '@orpc/contract'
import * as z from 'zod'
import { id, procedure } from './procedure.ts'

const what = z.enum(['client', 'funnel', 'scan'])

/** What was removed and can still be brought back. */
export const removed = {
  /** Latest first. */
  list: procedure.output(type<readonly RemovedThing[]>()),
  /** A client comes with the funnels that went with it, a funnel with its client. */
  restore: procedure.input(z.object({ what, id })).output(type<readonly RemovedThing[]>()),
}

export interface RemovedThing {
  readonly what: z.infer<typeof what>
  readonly id: string
  readonly name: string
  readonly removedAt: string
  /** When it is swept away; the evidence of a scan with it where it stands in Tagtrail's own folder. */
  readonly goesAt: string
}
