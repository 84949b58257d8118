import type { CDPSession } from 'puppeteer-core'
import type { Fact, GapKind, ObservationKind, StoredValue, TargetRef } from '../model.ts'

/**
 * A collector notes facts as they happen on every target of one journey. It never judges, stamps or touches the page's
 * own world. One recording per journey, so that nothing of two visitors can mix.
 */
export interface Collector {
  readonly id: string
  /** What is lost when it fails. */
  readonly sees: readonly ObservationKind[]
  begin(pen: Pen): Recording
}

export interface Recording {
  /** Called while the target is still paused: send commands, never await their answers. */
  attach(target: RecordedTarget): void
  /** Inventory at the end of a step. */
  snapshot?(view: JourneyView): Promise<void>
  /** Writes what is still open, at the end of a step. */
  flush?(): void
}

/** One page, frame or worker with a session of ours that was open before its first instruction ran. */
export interface RecordedTarget {
  readonly ref: TargetRef
  readonly session: CDPSession
}

/** What a snapshot may look at. */
export interface JourneyView {
  /** Session with the browser itself. */
  readonly browser: CDPSession
  readonly browserContextId: string
  /** Targets alive now; the visible page first. */
  readonly targets: readonly RecordedTarget[]
}

/** Replaces the stored forms of a value by the value itself: the log hashes it. */
type WithRawValue<F> = F extends StoredValue ? Omit<F, keyof StoredValue> & { readonly value: string } : F
export type Draft = WithRawValue<Fact>

/** A moment taken when something happened, to be used when it is written later. */
export interface Ticket {
  readonly id: string
}

export interface Pen {
  /** Takes the stamp now; pass it to `write` once the rest is known. */
  stamp(): Ticket
  write(draft: Draft, ticket?: Ticket): void
  /** Stores bytes once under their SHA-256 and returns it. */
  keep(bytes: Uint8Array, as: 'body' | 'screenshot'): string
  gap(kind: GapKind, blinds: readonly ObservationKind[], reason: string): void
}
