import type { Choice, ChoiceFact, Click, Proof, Wish } from '../model.ts'
import { told } from '../said.ts'
import { weigh } from '../signals/traces/weigh.ts'

/** The click as the page received it; none when it was not seen to arrive. */
export function pressProof(clicks: readonly Click[]): readonly Proof[] {
  const last = clicks.at(-1)
  if (!last?.trusted) return []
  const where = `${Math.round(last.x)},${Math.round(last.y)}`
  return [
    { kind: 'trusted-click', agrees: true, detail: told`"${last.text}" received real input (isTrusted) at ${where}` },
  ]
}

export interface Case {
  readonly choice: Choice
  readonly clicks: readonly Click[]
  readonly proof: readonly Proof[]
  /** Why the banner can still be seen, if it can. */
  readonly stayed: string
}

/** What may be said of a choice for which something was clicked; see `weigh`. */
export function judge({ choice, clicks, proof, stayed }: Case): Pick<ChoiceFact, 'verdict' | 'because'> {
  const { isProven, agreeing, doubts } = weigh(choice, proof)
  const clicked = told`"${clicks.at(-1)?.text ?? ''}" was clicked`
  const trace = proof.find(({ kind, agrees }) => agrees && !OWN.has(kind))
  if (isProven) {
    const gone = agreeing.has('banner') ? told`${clicked}, the banner went away` : clicked
    const shows = trace ? told`${gone}, and ${trace.detail}` : gone
    // A tag that was told otherwise leaves the choice standing; whoever reads of the one should read of the other.
    const otherwise = proof.filter(({ agrees }) => !agrees)
    return { verdict: 'proven', because: otherwise.reduce((so, { detail }) => told`${so}; yet ${detail}`, shows) }
  }
  const missing = [
    ...doubts.map(({ detail }) => detail),
    ...(agreeing.has('click') ? [] : [told`the click was not seen to arrive`]),
    ...(agreeing.has('banner') ? [] : [stayed]),
    ...(shown(choice, proof) ? [] : [told`nothing stored or signalled shows ${WORD[choice]}`]),
  ]
  return { verdict: 'inconclusive', because: told`${clicked}, but ${missing.join(', and ')}` }
}

/** That something was stored shows that there was a choice, and not which categories it was for. */
function shown(choice: Choice, proof: readonly Proof[]): boolean {
  if (choice === 'close') return true
  const traces = proof.filter(({ kind, agrees }) => agrees && !OWN.has(kind))
  return traces.some(({ kind }) => choice !== 'accept-part' || kind !== 'storage-changed')
}

/** What we see ourselves; the rest are traces the choice left. */
const OWN: ReadonlySet<Proof['kind']> = new Set(['trusted-click', 'banner-gone'])
const WORD: Readonly<Record<Choice, string>> = {
  reject: told`the refusal`,
  accept: told`the acceptance`,
  'accept-part': told`the choice of categories`,
  withdraw: told`the withdrawal`,
  close: told`the closing`,
}

/** A choice for which nothing was clicked. */
export const unmade = ({ choice, allows }: Wish, verdict: ChoiceFact['verdict'], because: string): ChoiceFact => ({
  kind: 'choice',
  choice,
  allows,
  verdict,
  because,
  cmp: null,
  strategy: null,
  layer: null,
  clicks: [],
  scrolls: 0,
  tookMs: null,
  proof: [],
})

export const noBanner = (wish: Wish): ChoiceFact => unmade(wish, 'no-banner', told`no banner was seen on this page`)
