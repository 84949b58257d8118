import type { Draft, Pen, Ticket } from '../../scanner/collectors/collector.ts'
import type { GapKind, ObservationKind } from '../../scanner/model.ts'

/** A pen that writes into lists. Its clock moves only when told to. */
export interface FakePen {
  readonly pen: Pen
  readonly written: readonly Written[]
  readonly gaps: readonly { kind: GapKind; blinds: readonly ObservationKind[]; reason: string }[]
  readonly kept: ReadonlyMap<string, string>
  /** What went out over sockets: address, text, and whether the page had been left. */
  readonly overSockets: readonly string[]
  /** Drafts of one kind, in the order they were written. */
  drafts<K extends Draft['kind']>(kind: K): readonly Extract<Draft, { readonly kind: K }>[]
  /** The moment at which each of them was stamped. */
  moments(kind: Draft['kind']): readonly number[]
  at(ms: number): void
}

interface Written {
  readonly draft: Draft
  readonly at: number
  /** True when the stamp asked for the page before. */
  readonly isLastWord: boolean
}

export const NOW = Date.UTC(2026, 0, 1)

export function fakePen(): FakePen {
  const written: Written[] = []
  const gaps: { kind: GapKind; blinds: readonly ObservationKind[]; reason: string }[] = []
  const kept = new Map<string, string>()
  const overSockets: string[] = []
  const lastWords = new WeakSet<Ticket>()
  let now = 0
  const pen: Pen = {
    now: () => NOW,
    stamp: (of) => {
      const ticket = { at: now }
      if (of === 'last-words') lastWords.add(ticket)
      return ticket
    },
    // A draft is copied: what a collector changes after it wrote does not count.
    write: (draft, ticket) =>
      void written.push({
        draft: structuredClone(draft),
        at: ticket?.at ?? now,
        isLastWord: ticket !== undefined && lastWords.has(ticket),
      }),
    keep: (bytes, as) => {
      const name = `${as}-${kept.size + 1}`
      kept.set(name, Buffer.from(bytes).toString())
      return name
    },
    sent: (url, bytes, ticket) =>
      void overSockets.push(`${url} ${Buffer.from(bytes).toString()}${lastWords.has(ticket) ? ' (left)' : ''}`),
    gap: (kind, blinds, reason) => void gaps.push({ kind, blinds, reason }),
  }
  return {
    pen,
    written,
    gaps,
    kept,
    overSockets,
    drafts: <K extends Draft['kind']>(kind: K) =>
      written.flatMap(({ draft }) => (draft.kind === kind ? [draft as Extract<Draft, { readonly kind: K }>] : [])),
    moments: (kind) => written.flatMap(({ draft, at }) => (draft.kind === kind ? [at] : [])),
    at: (ms) => {
      now = ms
    },
  }
}
