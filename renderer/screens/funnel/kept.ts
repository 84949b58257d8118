import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanDraft } from '../../../main/contract.ts'
import { failureOf, type Failure } from '../../client.ts'

export interface Kept {
  readonly isKept: boolean
  readonly failure: Failure | null
  /** Keeps what is not kept yet at once. */
  readonly now: () => Promise<void>
}

/** Keeps a draft a little after it was changed, and when the screen is left: nothing typed is ever lost. */
export function useKept(draft: PlanDraft, keep: (draft: PlanDraft) => Promise<unknown>): Kept {
  const [keptDraft, setKeptDraft] = useState(draft)
  const [failure, setFailure] = useState<Failure | null>(null)
  const latest = useRef({ draft, keptDraft, keep })
  useEffect(() => void (latest.current = { draft, keptDraft, keep }))
  const now = useCallback(async (): Promise<void> => {
    const { draft: wanted, keptDraft: before, keep: put } = latest.current
    if (wanted === before) return
    await put(wanted)
    setFailure(null)
    setKeptDraft(wanted)
  }, [])
  useEffect(() => {
    if (draft === keptDraft) return
    const timer = setTimeout(() => {
      now().catch((reason: unknown) => setFailure(failureOf(reason)))
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [draft, keptDraft, now])
  // Nobody is there any more to be told of a failure.
  useEffect(() => () => void now().catch(() => undefined), [now])
  return { isKept: draft === keptDraft, failure, now }
}

const SETTLED_MS = 600
