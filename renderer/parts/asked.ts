import { useCallback, useEffect, useRef, useState, type DependencyList } from 'react'
import type { AppChange } from '../../main/contract.ts'
import { failureOf, onChange, type Failure } from '../client.ts'

type Topic = Extract<AppChange, { type: 'changed' }>['what'] | 'scan'

/** What was asked of the program, and how far the answer is. An older answer stays while a newer one is on its way. */
export interface Asked<T> {
  readonly value: T | undefined
  readonly failure: Failure | undefined
  readonly isLoading: boolean
  readonly again: () => void
}

/** Asks when `parts` change, when the program says that one of `topics` did, and after a lost connection. */
export function useAsked<T>(ask: () => Promise<T>, parts: DependencyList, topics: readonly Topic[] = []): Asked<T> {
  const [answer, setAnswer] = useState<Omit<Asked<T>, 'again'>>({
    value: undefined,
    failure: undefined,
    isLoading: true,
  })
  const latest = useRef(0)
  // Screens write the question inline; what it depends on is in `parts`.
  // oxlint-disable-next-line react/exhaustive-deps
  const put = useCallback(ask, parts)
  const again = useCallback(() => {
    const turn = ++latest.current
    setAnswer((before) => ({ ...before, isLoading: true }))
    put().then(
      (value) => turn === latest.current && setAnswer({ value, failure: undefined, isLoading: false }),
      (reason: unknown) =>
        turn === latest.current && setAnswer(({ value }) => ({ value, failure: failureOf(reason), isLoading: false })),
    )
  }, [put])
  useEffect(() => {
    // Another question: the answer to the one before would be wrong here.
    setAnswer({ value: undefined, failure: undefined, isLoading: true })
    again()
    return () => void latest.current++
  }, [again])
  const names = topics.join(' ')
  useEffect(
    () =>
      onChange((change) => {
        const topic = change.type === 'changed' ? change.what : change.type
        if (topic === 'hello' || names.split(' ').includes(topic)) again()
      }),
    [again, names],
  )
  return { ...answer, again }
}
