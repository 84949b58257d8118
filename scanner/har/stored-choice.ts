import type { ConsentState, Proof } from '../model.ts'
import { testimonyOf } from '../signals/traces/testimony.ts'
import type { Stored, Traces } from '../signals/traces/find.ts'
import { choiceOf } from '../states.ts'

/** What the cookies of the site say about the state that the operator named. */
export interface StoredChoice {
  /** Stored choices that agree with the state. */
  readonly agrees: readonly Proof[]
  /** Stored choices that contradict it. */
  readonly contradicts: readonly Proof[]
}

/**
 * A HAR file shows no click, but it may show the cookie in which the CMP keeps the visitor's choice. Only such a record
 * counts: what a vendor's tag was told is often a default.
 */
export function storedChoice(state: ConsentState, cookies: readonly Stored[]): StoredChoice {
  const choice = choiceOf(state)
  if (choice !== null) {
    const { proofs, contradictions } = testimonyOf(choice, NOTHING, { ...NOTHING, cookies })
    return { agrees: proofs.filter(isRecord), contradicts: contradictions.filter((proof) => !proof.agrees) }
  }
  const any = (['accept', 'reject'] as const).flatMap((each) =>
    testimonyOf(each, NOTHING, { ...NOTHING, cookies }).proofs.filter(isRecord),
  )
  return { agrees: [], contradicts: any }
}

const NOTHING: Traces = { cookies: [], locals: [], page: new Map(), requests: [] }

function isRecord({ kind, agrees, detail }: Proof): boolean {
  return agrees && (kind === 'stored-choice' || (kind === 'consent-signal' && detail.includes('(cookie')))
}
