import type { StackFrame } from './network-facts.ts'

/** What a page stored, and what the device held. */

/** A value the page stored: hashed with the scan's salt, or kept when the plan says `values: raw`. */
export interface StoredValue {
  readonly valueSha256: string
  readonly bytes: number
  /** Looks like it singles out a visitor: long, random, not a word, date or setting. */
  readonly identifierLike: boolean
  readonly value: string | null
}

export interface CookieAttributes {
  readonly name: string
  /** With a leading dot when subdomains may read it. */
  readonly domain: string
  readonly path: string
  readonly partitionKey: string | null
  /** Days from now until it expires; `null` for a session cookie. */
  readonly lifetimeDays: number | null
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null
}

export interface CookieWriteFact extends CookieAttributes, StoredValue {
  readonly kind: 'cookie-write'
  readonly setBy: 'http' | 'script'
  readonly effect: 'set' | 'deleted' | 'refused'
  /** Why the browser refused it (CDP `SetCookieBlockedReason`), when it did. */
  readonly refusedBecause: string | null
  /** The request whose answer carried it; `null` for a script. */
  readonly requestId: string | null
  readonly stack: readonly StackFrame[]
}

/** Inventory of one cookie at the end of a step (CDP `Storage.getCookies`). */
export interface CookieFact extends CookieAttributes, StoredValue {
  readonly kind: 'cookie'
}

export type StorageArea = 'local' | 'session' | 'indexeddb' | 'cache' | 'service-worker'

export interface StorageWriteFact extends StoredValue {
  readonly kind: 'storage-write'
  readonly area: StorageArea
  readonly origin: string
  readonly key: string
  readonly effect: 'set' | 'deleted'
  readonly stack: readonly StackFrame[]
}

/** Inventory of one storage item at the end of a step. */
export interface StorageFact extends StoredValue {
  readonly kind: 'storage'
  readonly area: StorageArea
  readonly origin: string
  /** Web storage: the key. Others: `database/store`, the cache's name, or the scope of a service worker. */
  readonly key: string
  /** How many entries a store or cache holds; `null` where the key is the entry. */
  readonly entries: number | null
}
