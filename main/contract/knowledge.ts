import { type } from '@orpc/contract'
import * as z from 'zod'
import type { Hit } from '../../scanner/knowledge/search.ts'
import type { VendorRecord } from '../../scanner/knowledge/vendor-record.ts'
import type { Ruling } from '../../scanner/knowledge/ruling.ts'
import type { Category, ConsentState } from '../../scanner/model.ts'
import { category } from '../../scanner/store/schemas/words.ts'
import { page, procedure, type Page } from './procedure.ts'

const vendorId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .max(100)
const record = z.record(z.string(), z.unknown())

/** By which column the list of vendors is sorted. */
const order = z
  .object({ by: z.enum(['name', 'category', 'kinds', 'summary', 'own', 'reviewed']), isDescending: z.boolean() })
  .default({ by: 'name', isDescending: false })

export type VendorOrder = z.infer<typeof order>

/** What Tagtrail knows of vendors, with the user's own on top. */
export const knowledge = {
  /** By name, alias, host, cookie, storage key or click parameter; best first. */
  search: procedure
    .input(z.object({ words: z.string().max(300), limit: z.int().min(1).max(500).default(50) }))
    .output(type<readonly Hit[]>()),
  /** All of them, by name unless another order is asked for. */
  vendors: procedure
    .input(
      z.object({ categories: z.array(category).default([]), text: z.string().max(300).default(''), order, ...page }),
    )
    .output(type<Page<VendorSummary>>()),
  show: procedure.input(z.object({ id: vendorId })).output(type<VendorDetail>()),
  /** The scans in which a vendor was seen; `null` asks for every scan of the list. */
  seenIn: procedure.input(z.object({ id: vendorId })).output(type<readonly VendorSeen[]>()),
  /** What the user has added: whole records, and categories decided otherwise. */
  own: procedure.output(type<OwnKnowledgeView>()),
  /** For every keystroke in the editor: what is wrong with a record, in sentences. Keeps nothing. */
  checkRecord: procedure.input(z.object({ record })).output(type<{ readonly faults: readonly string[] }>()),
  /** In place of ours of the same id, or new. Refuses a record with faults as `plan-invalid`. */
  saveRecord: procedure.input(z.object({ record })).output(type<VendorDetail>()),
  /** Ours of that id, if there is one, counts again. */
  removeRecord: procedure.input(z.object({ id: vendorId })).output(type<OwnKnowledgeView>()),
  /** A category for a vendor, or for one fact of it such as `hotjar#storage:_hjid`; `null` takes it back. */
  setCategory: procedure
    .input(
      z.object({
        of: z.string().min(1).max(300),
        category: category.nullable(),
        because: z.string().max(300).default(''),
      }),
    )
    .output(type<OwnKnowledgeView>()),
}

export interface VendorSummary {
  readonly id: string
  readonly name: string
  readonly category: Category
  readonly kinds: readonly string[]
  readonly summary: string
  readonly reviewed: string
  readonly isOwn: boolean
}

export interface RecordSection {
  readonly title: string
  /** Of each entry the head stands out. */
  readonly entries: readonly { readonly head: string; readonly lines: readonly string[] }[]
}

export interface VendorDetail {
  readonly record: VendorRecord
  /** All that it holds, in the order of reading and in words. */
  readonly sections: readonly RecordSection[]
  /** `ours` came with Tagtrail, `own` was added, `replaced` stands in place of ours. */
  readonly is: 'ours' | 'own' | 'replaced'
  /** Of the user, about this vendor. */
  readonly rulings: readonly Ruling[]
}

export interface VendorSeen {
  readonly scanId: string
  readonly scanName: string
  readonly startedAt: string
  readonly states: readonly ConsentState[]
}

export interface OwnKnowledgeView {
  /** The folder it is kept in. */
  readonly path: string
  readonly records: readonly VendorSummary[]
  readonly rulings: readonly Ruling[]
  /** Faults that keep all of it from being used. */
  readonly faults: readonly string[]
}
