import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import type { Page } from '../../main/contract.ts'
import { failureOf, type Failure } from '../client.ts'

/** A long list of which only the parts that are looked at are fetched. */
export interface Pages<T> {
  /** `undefined` until the first part has come. */
  readonly total: number | undefined
  readonly failure: Failure | undefined
  /** `undefined` while it is on its way. */
  readonly at: (index: number) => T | undefined
  /** Says which part is looked at now. */
  readonly want: (first: number, last: number) => void
  /** The first of them, fetched anew, however few are looked at. */
  readonly first: (amount: number) => Promise<readonly T[]>
}

const SIZE = 200

/** Asks for the parts that are wanted, each once; anew when `parts` change. `ask` is given an offset and a limit. */
export function usePages<T>(ask: Ask<T>, parts: DependencyList): Pages<T> {
  // Screens write the question inline; what it depends on is in `parts`.
  // oxlint-disable-next-line react/exhaustive-deps
  const put = useCallback(ask, parts)
  const kept = useRef<Kept<T>>({ put, pages: new Map(), asked: new Set() })
  const [state, setState] = useState<{ total?: number; failure?: Failure; turn: number }>({ turn: 0 })

  const fetchPage = useCallback(
    (number: number): void => {
      const { current } = kept
      if (current.put !== put || current.asked.has(number)) return
      current.asked.add(number)
      put({ offset: number * SIZE, limit: SIZE }).then(
        ({ total, items }) => {
          current.pages.set(number, items)
          if (kept.current === current) setState(({ turn }) => ({ total, turn: turn + 1 }))
        },
        (reason: unknown) => {
          current.asked.delete(number)
          if (kept.current === current) setState(({ turn }) => ({ failure: failureOf(reason), turn: turn + 1 }))
        },
      )
    },
    [put],
  )
  useEffect(() => {
    kept.current = { put, pages: new Map(), asked: new Set() }
    setState(({ turn }) => ({ turn: turn + 1 }))
    fetchPage(0)
  }, [put, fetchPage])

  const want = useCallback(
    (first: number, last: number): void => {
      for (let number = Math.floor(first / SIZE); number <= Math.floor(last / SIZE); number++) fetchPage(number)
    },
    [fetchPage],
  )
  const at = (index: number): T | undefined => kept.current.pages.get(Math.floor(index / SIZE))?.[index % SIZE]
  const first = useCallback((amount: number) => firstOf(put, amount), [put])
  return { total: state.total, failure: state.failure, at, want, first }
}

type Ask<T> = (range: { readonly offset: number; readonly limit: number }) => Promise<Page<T>>

async function firstOf<T>(ask: Ask<T>, amount: number): Promise<readonly T[]> {
  const found: T[] = []
  for (;;) {
    const { total, items } = await ask({ offset: found.length, limit: Math.min(MOST_AT_ONCE, amount - found.length) })
    found.push(...items)
    if (items.length === 0 || found.length >= Math.min(total, amount)) return found
  }
}

/** As many as the program hands out in one answer. */
const MOST_AT_ONCE = 1000

interface Kept<T> {
  readonly put: unknown
  readonly pages: Map<number, readonly T[]>
  readonly asked: Set<number>
}
