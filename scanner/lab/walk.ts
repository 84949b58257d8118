import type {
  Act,
  CookieTruth,
  CookieWriteTruth,
  GateAct,
  LabSite,
  ReadTruth,
  RequestTruth,
  SocketTruth,
  StorageTruth,
  StorageWriteTruth,
} from './model.ts'

/** What one visitor's browser holds from step to step. */
export interface Visitor {
  readonly jar: Map<string, CookieTruth>
  readonly storage: Map<string, StorageTruth>
}

/** One visit under way. */
export interface Walk {
  readonly site: LabSite
  readonly page: URL
  readonly visitor: Visitor
  readonly thirdPartyCookies: 'allow' | 'block'
  allowed: boolean | null
  phase: RequestTruth['phase']
  readonly requests: Map<string, RequestTruth>
  readonly cookiesWritten: CookieWriteTruth[]
  readonly storageWritten: StorageWriteTruth[]
  readonly sockets: SocketTruth[]
  readonly reads: Map<string, ReadTruth>
  /** Origins of the documents on the page. */
  readonly origins: Set<string>
  readonly waiting: { readonly act: GateAct; readonly place: Place }[]
  readonly leaving: Deed[]
}

/** Acts that are done later, and where. */
export interface Deed {
  readonly acts: readonly Act[]
  readonly place: Place
}

/** Where an act runs: whose script, in which document. */
export interface Place {
  readonly scriptHost: string
  readonly document: URL
  /** Cookies of these hosts are first-party, e.g. `.lab.example`: the site's, or those of a popup of its own. */
  readonly firstParty: string
  /** Tells documents and workers apart. */
  readonly realm: string
  readonly vendor: string | null
}
