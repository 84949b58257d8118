import { useEffect, useState, type DependencyList } from 'react'
import { failureOf, onConnection, connection, type Failure } from '../client.ts'

/** The latest of a stream of events. */
export interface Followed<T> {
  readonly value: T | undefined
  readonly failure: Failure | undefined
  /** True once the stream has come to its end. */
  readonly isOver: boolean
}

/** Follows a stream as long as it is shown; begins again after a lost connection. */
export function useFollowed<T>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
  parts: DependencyList,
): Followed<T> {
  const [followed, setFollowed] = useState<Followed<T>>({ value: undefined, failure: undefined, isOver: false })
  const [turn, setTurn] = useState(0)
  useEffect(() => onConnection(() => connection() === 'open' && setTurn((before) => before + 1)), [])
  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    const follow = async (): Promise<void> => {
      for await (const value of await open(signal))
        if (!signal.aborted) setFollowed({ value, failure: undefined, isOver: false })
      if (!signal.aborted) setFollowed((before) => ({ ...before, isOver: true }))
    }
    follow().catch((reason: unknown) => {
      if (!signal.aborted) setFollowed((before) => ({ ...before, failure: failureOf(reason) }))
    })
    return () => stopping.abort()
    // Screens write the question inline; what it depends on is in `parts`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [turn, ...parts])
  return followed
}
