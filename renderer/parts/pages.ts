import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import type { Page } from '../../main/contract.ts'
import { failureOf, type Failure } from '../client.ts'

/** A long list of which only the parts that are looked at are fetched. */
export interface Pages<T> {
  /** `undefined` until the first part has come. */
  readonly total: number | undefined
  readonly failure: Failure | undefined
  /** Another question was asked: what is here answers the one before, until the first part has come. */
  readonly isStale: boolean
  /** `undefined` while it is on its way. */
  readonly at: (index: number) => T | undefined
  /** Says which part is looked at now. */
  readonly want: (first: number, last: number) => void
  /** The first of them, part by part, fetched anew, however few are looked at. */
  readonly first: (amount: number, signal: AbortSignal) => AsyncGenerator<readonly T[]>
}

const SIZE = 200

/** Parts that nobody has looked at for long are asked for again; as much as a person scrolls over and back. */
const MOST_KEPT = 60

/** Asks for the parts that are wanted, each once; anew when `parts` change. `ask` is given an offset and a limit. */
export function usePages<T>(ask: Ask<T>, parts: DependencyList): Pages<T> {
  // Screens write the question inline; what it depends on is in `parts`.
  // oxlint-disable-next-line react/exhaustive-deps
  const put = useCallback(ask, parts)
  const asked = useRef<Kept<T>>(keptOf(put))
  const [state, setState] = useState<State<T>>({ shown: keptOf(put), total: undefined, failure: undefined, turn: 0 })

  const fetchPage = useCallback((from: Kept<T>, number: number): void => {
    if (asked.current !== from || from.asked.has(number)) return
    from.asked.add(number)
    const isLatest = (): boolean => asked.current === from
    from.put({ offset: number * SIZE, limit: SIZE }).then(
      ({ total, items }) => {
        from.pages.set(number, items)
        if (isLatest()) setState(({ turn }) => ({ shown: from, total, failure: undefined, turn: turn + 1 }))
      },
      (reason: unknown) => {
        from.asked.delete(number)
        if (isLatest()) setState((before) => ({ ...before, failure: failureOf(reason), turn: before.turn + 1 }))
      },
    )
  }, [])
  useEffect(() => {
    asked.current = keptOf(put)
    setState(({ turn, ...before }) => ({ ...before, failure: undefined, turn: turn + 1 }))
    fetchPage(asked.current, 0)
  }, [put, fetchPage])

  const want = useCallback(
    (first: number, last: number): void => {
      const from = asked.current
      const [begin, end] = [Math.floor(first / SIZE), Math.floor(last / SIZE)]
      for (let number = begin; number <= end; number++) fetchPage(from, number)
      forgetFar(from, begin, end)
    },
    [fetchPage],
  )
  const { shown, total, failure } = state
  const at = (index: number): T | undefined => shown.pages.get(Math.floor(index / SIZE))?.[index % SIZE]
  const first = useCallback((amount: number, signal: AbortSignal) => firstOf(put, amount, signal), [put])
  return { total, failure, isStale: shown.put !== put, at, want, first }
}

type Ask<T> = (range: { readonly offset: number; readonly limit: number }) => Promise<Page<T>>

async function* firstOf<T>(ask: Ask<T>, amount: number, signal: AbortSignal): AsyncGenerator<readonly T[]> {
  for (let offset = 0; ;) {
    signal.throwIfAborted()
    const { total, items } = await ask({ offset, limit: Math.min(MOST_AT_ONCE, amount - offset) })
    yield items
    offset += items.length
    if (items.length === 0 || offset >= Math.min(total, amount)) return
  }
}

/** As many as the program hands out in one answer. */
const MOST_AT_ONCE = 1000

interface State<T> {
  readonly shown: Kept<T>
  readonly total: number | undefined
  readonly failure: Failure | undefined
  /** Parts come into `shown` without it becoming another one. */
  readonly turn: number
}

/** What has come in answer to one question. */
interface Kept<T> {
  readonly put: Ask<T>
  readonly pages: Map<number, readonly T[]>
  readonly asked: Set<number>
}

function keptOf<T>(put: Ask<T>): Kept<T> {
  return { put, pages: new Map(), asked: new Set() }
}

/** The oldest first; never what is looked at, nor the first part, where most come back to. */
function forgetFar<T>({ pages, asked }: Kept<T>, begin: number, end: number): void {
  for (const number of [...pages.keys()].slice(0, Math.max(0, pages.size - MOST_KEPT))) {
    if (number === 0 || (number >= begin && number <= end)) continue
    pages.delete(number)
    asked.delete(number)
  }
}
