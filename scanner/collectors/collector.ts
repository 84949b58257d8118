import type { CDPSession, Protocol } from 'puppeteer-core'
import type { Fact, GapKind, ObservationKind, StackFrame, StoredValue, TargetRef } from '../model.ts'

/**
 * A collector notes facts as they happen on every target of one journey. It never judges, stamps or touches the page's
 * own world. One recording per journey, so that nothing of two visitors can mix.
 */
export interface Collector {
  readonly id: string
  /** What is lost when it fails. */
  readonly sees: readonly ObservationKind[]
  /** What it takes the inventory of changes without a word: it is read once it is certain that the inventory counts. */
  readonly isSilent?: true
  begin(pen: Pen): Recording
}

export interface Recording {
  /** Called while the target is still paused: send commands, never await their answers. */
  attach(target: RecordedTarget): void
  /** A request as the browser process saw it, on both of its stages, whether or not a target tells of it. */
  witness?(seen: Protocol.Fetch.RequestPausedEvent, jar: VisitorsJar): void
  /** Inventory at the end of a step: reads, and changes nothing of its own. What it returns writes what was read. */
  snapshot?(view: JourneyView): Promise<Tell>
  /** The last page has been left and says no more; what the browser keeps still shows what it did on leaving. */
  conclude?(jar: VisitorsJar): Promise<void>
  /** Writes what is still open, when a step begins and when it ends; for the last time when the visitor is gone. */
  flush?(isLast: boolean): void
}

/** Writes what has been read; one that is never called leaves everything as if nothing had been read. */
export type Tell = () => void

/** One page, frame or worker with a session of ours that was open before its first instruction ran. */
export interface RecordedTarget {
  readonly ref: TargetRef
  readonly session: CDPSession
  /** Tells the page's calls of native functions, each with its stack, unseen by the page. */
  onNativeCall(listener: (call: NativeCall) => void): void
}

export interface NativeCall {
  /** `document.cookie`, `cookieStore.set`, `storage.setItem` ... of the writers, `Screen.width` ... of the readers. */
  readonly point: string
  /** Of a reader: how many calls of its realm this stands for, up to the 64th; `null` for a writer. */
  readonly count: number | null
  /** Which of the two the call was made on, for the points of `Storage`. */
  readonly storage: 'local' | 'session'
  /** `null` stands for anything that is no string, number or boolean. */
  readonly arguments: readonly (string | number | boolean | null)[]
  /**
   * Plain fields of a first argument that is a record, without those a getter would answer: dates as ms since the
   * epoch, a text of more than 100 letters as its first 50, `…` and its last 49.
   */
  readonly record: Readonly<Record<string, string | number | boolean | null>> | null
  /** Identity of the document's or worker's realm within its target. */
  readonly realm: number
  /** Origin of the document or worker that called, `null` while unknown. */
  readonly origin: string | null
  /** Made by a document that is being left. */
  readonly isLastWord: boolean
  readonly stack: readonly StackFrame[]
}

/** Where the browser keeps what belongs to one visitor. */
export interface VisitorsJar {
  /** Session with the browser itself. */
  readonly browser: CDPSession
  readonly browserContextId: string
}

/** What a snapshot may look at. */
export interface JourneyView extends VisitorsJar {
  /** Targets alive now; the visible page first. */
  readonly targets: readonly RecordedTarget[]
}

/** Replaces the stored forms of a value by the value itself: the log hashes it. */
type WithRawValue<F> = F extends StoredValue ? Omit<F, keyof StoredValue> & { readonly value: string } : F
export type Draft = WithRawValue<Fact>

/** A moment taken when something happened, to be used when it is written later. */
export interface Ticket {
  /** Milliseconds since the run began. */
  readonly at: number
}

export interface Pen {
  /** Wall clock, in ms since the epoch: what lifetimes are counted from. */
  now(): number
  /**
   * Takes the stamp now; pass it to `write` once the rest is known. While a page loads, `last-words` stamps what the
   * page before it sent on being left.
   */
  stamp(of?: 'now' | 'last-words'): Ticket
  write(draft: Draft, ticket?: Ticket): void
  /** Stores bytes once and returns their SHA-256. */
  keep(bytes: Uint8Array, as: 'body' | 'screenshot'): string
  /** These bytes have just gone out over a socket: they are looked through for what the visitor gave, and not stored. */
  sent(url: string, bytes: Uint8Array, ticket: Ticket): void
  gap(kind: GapKind, blinds: readonly ObservationKind[], reason: string): void
}
