import { type } from '@orpc/contract'
import * as z from 'zod'
import type { Wording } from '../../scanner/model.ts'
import { id, procedure } from './procedure.ts'

/** Projects are the clients of an agency: each has funnels, and their scans. */
export const projects = {
  list: procedure.output(type<readonly Project[]>()),
  /** Without an id a new one. With the id of one that was removed it comes back: that is how removing is undone. */
  save: procedure
    .input(
      z.object({
        id: id.nullable().default(null),
        name: z.string().trim().min(1).max(200),
        note: z.string().max(10_000).default(''),
      }),
    )
    .output(type<Project>()),
  /** Its funnels go with it, its scans stay. */
  remove: procedure.input(z.object({ id })).output(type<RemovedProject>()),
}

export interface Project {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly createdAt: string
  readonly funnels: number
  readonly funnelNames: readonly string[]
  readonly scans: number
  /** The latest of its scans that has an answer. */
  readonly latest: LatestScan | null
}

export interface LatestScan {
  readonly scanId: string
  readonly startedAt: string
  readonly headline: string
  readonly headlineWording: Wording | null
}

/** All that is needed to put it back. */
export interface RemovedProject {
  readonly project: Project
  readonly funnelIds: readonly string[]
}
