import type { Draft } from '../collectors/collector.ts'
import type { ConsentState, Moment, Proof, Wish } from '../model.ts'
import { KnownJar } from './known-jar.ts'
import { wishesOf } from '../states.ts'
import { storedChoice } from './stored-choice.ts'
import type { HarVisit } from './visits.ts'

type ChoiceDraft = Extract<Draft, { readonly kind: 'choice' }>

type Verdict = 'proven' | 'inconclusive'

export interface MomentOfVisit {
  readonly moment: Moment
  /** Written where the verdict changes. */
  readonly choice: ChoiceDraft | null
  /** In words: why the word of the operator is not taken here. */
  readonly doubt: string | null
}

export interface Moments {
  readonly each: readonly MomentOfVisit[]
  /** What is to be written at the end when no page proved the choice. */
  readonly conclusion: ChoiceDraft | null
}

/**
 * The consent state of each visit. That nothing was chosen is the word of the operator, taken until a page sends a
 * stored choice. That something was chosen counts from the first page whose own request carries the choice as the CMP
 * stored it: a page on which the choice fell is half one thing and half the other, and is not judged.
 */
export function momentsOf(visits: readonly HarVisit[], state: ConsentState): Moments {
  const wish = wishesOf(state).at(-1)
  const jar = new KnownJar()
  // That a banner was closed leaves no trace: it is the operator's word, too.
  if (!wish || wish.choice === 'close') return unchosen(visits, state, jar)
  return chosen(visits, state, wish, jar)
}

function unchosen(visits: readonly HarVisit[], state: ConsentState, jar: KnownJar): Moments {
  let contradiction: Proof | undefined
  const each = visits.map((visit): MomentOfVisit => {
    for (const entry of visit.entries) {
      jar.sent(entry)
      jar.answered(entry)
    }
    contradiction ??= storedChoice(state, jar.of(siteOf(visit))).contradicts[0]
    if (!contradiction) return { moment: state, choice: null, doubt: null }
    return { moment: 'choosing', choice: null, doubt: `the file shows a choice that was made: ${contradiction.detail}` }
  })
  return { each, conclusion: null }
}

function chosen(visits: readonly HarVisit[], state: ConsentState, wish: Wish, jar: KnownJar): Moments {
  let verdict: Verdict | null = null
  const each = visits.map((visit): MomentOfVisit => {
    const [document] = visit.entries
    if (document) jar.sent(document)
    const { agrees, contradicts } = storedChoice(state, jar.of(siteOf(visit)))
    for (const entry of visit.entries) {
      jar.sent(entry)
      jar.answered(entry)
    }
    const now: Verdict | null = contradicts.length > 0 ? 'inconclusive' : agrees.length > 0 ? 'proven' : verdict
    const hasChanged = now !== null && now !== verdict
    verdict = now
    return {
      moment: verdict === 'proven' ? state : 'choosing',
      choice: hasChanged ? draft(wish, now, [...agrees, ...contradicts]) : null,
      doubt: null,
    }
  })
  return { each, conclusion: verdict === null ? draft(wish, 'inconclusive', []) : null }
}

function draft(wish: Wish, verdict: Verdict, proof: readonly Proof[]): ChoiceDraft {
  const because =
    verdict === 'proven'
      ? 'imported from HAR: the choice is in the cookie where the CMP stores it; how it was made is not shown'
      : proof.length > 0
        ? 'imported from HAR: what the CMP stored contradicts the state that was named'
        : 'imported from HAR, which shows neither the click nor, in this file, a stored choice'
  const unseen = { cmp: null, strategy: null, layer: null, clicks: [], scrolls: 0, tookMs: null }
  return { kind: 'choice', ...wish, verdict, because, ...unseen, proof }
}

function siteOf({ url, entries }: HarVisit): URL {
  return URL.parse(url ?? '') ?? entries[0]?.url ?? new URL('about:blank')
}
