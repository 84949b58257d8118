import { createHash } from 'node:crypto'
import type { Pen } from '../collectors/collector.ts'

/** A pen whose words count once they are told; of what never is, nothing stays. */
export interface DraftPen {
  readonly pen: Pen
  /** Writes what is there, and from now on at once. */
  tell(): void
  /** Called with the words that were written before it; at once when they have been told. */
  whenTold(act: () => void): void
}

/** Times are taken when the words are told, as those of everything that is read at the end of a step. */
export function draftFor(pen: Pen): DraftPen {
  const kept: (() => void)[] = []
  let isTold = false
  const whenTold = (act: () => void): void => {
    if (isTold) act()
    else kept.push(act)
  }
  return {
    pen: {
      now: () => pen.now(),
      stamp: (of) => pen.stamp(of),
      write: (draft, ticket) => whenTold(() => pen.write(draft, ticket)),
      keep: (bytes, as) => {
        whenTold(() => pen.keep(bytes, as))
        return createHash('sha256').update(bytes).digest('hex')
      },
      sent: (url, bytes, ticket) => whenTold(() => pen.sent(url, bytes, ticket)),
      gap: (kind, blinds, reason) => whenTold(() => pen.gap(kind, blinds, reason)),
    },
    tell: () => {
      isTold = true
      for (const act of kept.splice(0)) act()
    },
    whenTold,
  }
}
