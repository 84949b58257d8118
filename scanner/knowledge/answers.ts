import type { Identification, OwnKnowledgeUsed, Party, StorageArea } from '../model.ts'
import type { Funnel } from './party.ts'
import type { Traces } from './mark-table.ts'
import type { VendorRecord } from './vendor-record.ts'

/** An answer, with the name under which the same thing is found in every run. */
export interface Named {
  readonly identification: Identification
  readonly item: string
  /** What the record says about singling out a visitor; `null` when no record speaks of it. */
  readonly identifier: boolean | null
  /** `first-disguised`: a vendor's request shape on a host of the funnel. */
  readonly party: Party
}

export interface RequestQuestion {
  readonly url: string
  readonly method: string
  /** As in `RequestFact`. */
  readonly resourceType: string
  /** As in `RequestFact`; not known of what was not sent. */
  readonly bodyNames?: readonly string[] | undefined
  readonly funnel: Funnel
}

export interface CookieQuestion {
  readonly name: string
  readonly domain: string | null
  readonly party: 'first' | 'third' | null
}

export interface StorageQuestion {
  readonly key: string
  readonly area: StorageArea
  readonly origin: string | null
  readonly party: 'first' | 'third' | null
}

/** Asked of the user's lists. */
export interface ListQuestion {
  readonly url: string
  /** As in `RequestFact`. */
  readonly resourceType: string
  /** An address of the party that asked; `null`: of somebody else than whoever serves it. */
  readonly page: string | null
}

/** The matcher: every answer says on what it rests. Look-ups in maps only, and never an exception. */
export interface Knowledge {
  readonly version: string
  identifyRequest(question: RequestQuestion): Named
  identifyCookie(question: CookieQuestion): Named
  identifyStorage(question: StorageQuestion): Named
  /** The vendors whose marks stand in a frame, each once. */
  identifyMarks(traces: Traces): readonly Identification[]
  /** The funnel's hosts as one party; platform domains under which each customer is a site of its own are told apart. */
  funnel(hosts: readonly string[]): Funnel
  vendor(id: string): VendorRecord | null
  readonly vendors: readonly VendorRecord[]
  /** Names of the user's lists that an address is on; no list decides a category. */
  lists(question: ListQuestion): readonly string[]
  /** What the user added; `null` when this is what Tagtrail knows by itself. */
  readonly own: OwnKnowledgeUsed | null
}
