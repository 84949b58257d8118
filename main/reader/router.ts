import { os as plain, type RouterClient } from '@orpc/server'
import * as z from 'zod'
import type { Assessment } from '../../scanner/model.ts'
import type { Catalog } from '../../scanner/store/catalog.ts'
import type { Rulings } from '../../scanner/store/rulings.ts'
import type { AppLog } from '../service/app-log.ts'
import { asContractError } from '../service/failures.ts'
import { implementer } from '../service/implementer.ts'
import type { OpenedScans } from '../service/opened-scans.ts'
import { comparisonsRouter } from './comparisons.ts'
import { evidenceRouter } from './evidence.ts'
import { reportsRouter } from './reports.ts'

/** What the reader stands on. It writes reports and nothing else. */
export interface ReaderParts {
  readonly dataFolder: string
  readonly catalog: Pick<Catalog, 'scans'>
  readonly rulings: Pick<Rulings, 'standing'>
  readonly opened: OpenedScans
}

/** What can be asked of the reader: the part of the contract that takes the whole evidence of a scan. */
export type ReaderClient = RouterClient<ReturnType<typeof readerRouter>>

/** A scan on disk, judged: by what stands there, or just now. */
export interface JudgedNow {
  readonly assessment: Assessment
  readonly notes: readonly string[]
}

export function readerRouter(parts: ReaderParts, log: AppLog) {
  const os = implementer(log)
  return {
    results: evidenceRouter(os, parts),
    reports: reportsRouter(os, parts),
    comparisons: comparisonsRouter(os, parts, log),
    judged: plain.input(z.object({ dir: z.string() })).handler(async ({ input: { dir } }): Promise<JudgedNow> => {
      const { assessment, notes } = await parts.opened.open(dir).catch((reason: unknown) => {
        // No part of the contract, and so told in its words by nobody else.
        throw asContractError(reason, log)
      })
      return { assessment, notes }
    }),
  }
}
