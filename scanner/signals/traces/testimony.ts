import type { Proof, ProofKind, Wish } from '../../model.ts'
import { SPEAKS_OF_CONSENT } from '../signal.ts'
import { agreement } from './agreement.ts'
import { findSignals, type FoundSignal, type Stored, type Traces } from './find.ts'
import { told } from '../../said.ts'

export interface Testimony {
  /** The CMP whose own record is among the proofs; rules that detect one by its looks may name another. */
  readonly cmp: string | null
  /** Those that contradict the choice, too. */
  readonly proofs: readonly Proof[]
}

/**
 * What the traces left by a choice say about it: signals that changed with it, and storage that changed under a name
 * that speaks of consent. Pure: the traces before the first click and after the last.
 */
export function testimonyOf(wish: Wish, before: Traces, after: Traces): Testimony {
  const earlier = new Map(findSignals(before).map((found) => [identity(found), found.raw]))
  const since = { ...after, requests: after.requests.slice(before.requests.length) }
  const witnesses = findSignals(since).flatMap((found): readonly Witness[] => {
    const agrees = agreement(wish, found.reading)
    const isNew = earlier.get(identity(found)) !== found.raw
    // What already stood there before the click is no sign that the click took; a name alone makes no record.
    if (agrees === null || (!isNew && (agrees || found.signal.standard === 'home-made'))) return []
    return [{ found, proof: { kind: kindOf(found), agrees, detail: inWords(found) } }]
  })
  const said = witnesses.map(({ proof }) => proof)
  const isTold = (name: string): boolean => witnesses.some(({ found }) => found.names.includes(name))
  const changed = changedKeys(before, after).filter(({ name }) => !isTold(name))
  const where = changed.map(({ what, name }) => `${what} ${name}`).join(', ')
  const change: Proof = { kind: 'storage-changed', agrees: true, detail: `${where} changed with the click` }
  const own = witnesses.find(({ found: { signal } }) => signal.speaker === 'cmp' && signal.standard !== 'home-made')
  return {
    cmp: own?.found.signal.title ?? null,
    proofs: unique(changed.length > 0 ? [...said, change] : said),
  }
}

interface Witness {
  readonly found: FoundSignal
  readonly proof: Proof
}

const identity = ({ signal, where }: FoundSignal): string => `${signal.standard} ${where}`

function kindOf({ signal, place }: FoundSignal): ProofKind {
  if (signal.speaker === 'vendor') return 'consent-signal'
  if (signal.speaker === 'standard') return 'consent-string'
  return place.in === 'page' ? 'cmp-state' : 'stored-choice'
}

function inWords({ signal, where, reading }: FoundSignal): string {
  if (!reading.ok) return told`${signal.title}: unreadable`
  const { says, granted, denied } = reading.value
  const list = (names: readonly string[]): string => names.slice(0, 6).join(', ') + (names.length > 6 ? ' ...' : '')
  const parts = (): string => {
    if (granted.length === 0) return denied.length === 0 ? '' : told`denied ${list(denied)}`
    return denied.length === 0 ? told`granted ${list(granted)}` : told`granted ${list(granted)}; denied ${list(denied)}`
  }
  return told`${signal.title} says ${says} (${where}): ${parts()}`
}

interface Changed {
  readonly what: string
  readonly name: string
}

function changedKeys(before: Traces, after: Traces): readonly Changed[] {
  const changed = (what: string, then: readonly Stored[], now: readonly Stored[]): readonly Changed[] => {
    const old = new Map(then.map(({ name, value }) => [name, value]))
    return now
      .filter(({ name, value }) => SPEAKS_OF_CONSENT.test(name) && old.get(name) !== value)
      .map(({ name }) => ({ what, name }))
  }
  return [...changed('cookie', before.cookies, after.cookies), ...changed('local storage', before.locals, after.locals)]
}

/** Those that speak for the CMP first; the same word of the same signal once, however many requests carried it. */
function unique(proofs: readonly Proof[]): readonly Proof[] {
  const once = new Map(proofs.map((proof) => [`${proof.kind} ${proof.agrees} ${proof.detail.split(' (')[0]}`, proof]))
  return [...once.values()].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

const ORDER: readonly ProofKind[] = [
  'stored-choice',
  'cmp-state',
  'consent-string',
  'consent-signal',
  'storage-changed',
]
