import type { Lull } from '../browser/settle.ts'
import type { Inventory } from '../observe.ts'
import type { Look } from './choosing.ts'

/** All that is only read of a page: the look for its banner, then the inventories and whatever else is looked at. */
export interface Reading {
  /** True when the inventories could all be read. */
  readonly whole: Promise<boolean>
  /** It counts: what was read is written, and what is still to be read. */
  tell(): void
  /** It is not needed any more; nothing of it stays. */
  giveUp(): void
}

export function beginReading(
  look: (until: AbortSignal) => Look,
  inventory: (until: AbortSignal) => Inventory,
): Reading {
  const given = new AbortController()
  const looking = look(given.signal)
  const told: (() => void)[] = []
  let isTold = false
  const read = async (): Promise<boolean> => {
    await looking.banner
    given.signal.throwIfAborted()
    const { isWhole, tell } = inventory(given.signal)
    if (isTold) tell()
    else told.push(tell)
    const [whole] = await Promise.all([isWhole, looking.whole])
    return whole
  }
  const whole = read()
  // Whoever waits for it hears of what went wrong.
  whole.catch(() => undefined)
  return {
    whole,
    tell: () => {
      isTold = true
      looking.tell()
      for (const tell of told) tell()
    },
    giveUp: () => given.abort(new Error('something happened while the page was read')),
  }
}

/**
 * Reads a page in the last part of the quiet that has to be waited for anyhow. When anything happens before that is
 * over, what was read is of a page that was not quiet: it is given up, and read again.
 */
export interface LullReading {
  readonly lull: Lull
  /** The reading that nothing has disturbed; `null` when none has begun, or its lull was broken. */
  readonly undisturbed: Reading | null
}

export function readInLulls(settleMs: number, begin: () => Reading | null): LullReading {
  let reading: Reading | null = null
  let broken = 0
  return {
    lull: {
      afterMs: Math.max(settleMs - READING_MS, settleMs * LEAST_QUIET),
      begins: () => {
        if (broken < MOST_BROKEN) reading = begin()
      },
      ends: () => {
        if (reading) broken++
        reading?.giveUp()
        reading = null
      },
    },
    get undisturbed() {
      return reading
    },
  }
}

/** About as long as a page of ordinary weight takes to be read; what is begun earlier is more often begun in vain. */
const READING_MS = 110
/** Of the time to settle: a page that has just stopped for a moment is not read. */
const LEAST_QUIET = 0.25
/** A page that never rests for long is read when it does. */
const MOST_BROKEN = 3
