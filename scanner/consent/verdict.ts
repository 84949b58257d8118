import type { Choice, ChoiceFact, Click, Proof, ProofKind } from '../model.ts'

/** The click as the page received it; none when it was not seen to arrive. */
export function pressProof(clicks: readonly Click[]): readonly Proof[] {
  const last = clicks.at(-1)
  if (!last?.trusted) return []
  const where = `${Math.round(last.x)},${Math.round(last.y)}`
  return [{ kind: 'trusted-click', agrees: true, detail: `"${last.text}" received real input (isTrusted) at ${where}` }]
}

export const kindsThatAgree = (proofs: readonly Proof[]): ReadonlySet<ProofKind> =>
  new Set(proofs.filter(({ agrees }) => agrees).map(({ kind }) => kind))

export interface Case {
  readonly choice: Choice
  readonly clicks: readonly Click[]
  readonly proof: readonly Proof[]
  readonly contradictions: readonly Proof[]
  readonly needed: number
  /** Why the banner can still be seen, if it can. */
  readonly stayed: string
}

/** Proven needs the click, the banner gone and enough traces, and nothing that makes the choice doubtful. */
export function judge(made: Case): Pick<ChoiceFact, 'verdict' | 'because'> {
  const { choice, clicks, proof, contradictions, needed, stayed } = made
  const agreeing = kindsThatAgree(proof)
  const traces = [...agreeing].filter((kind) => !OWN.has(kind))
  const amount = traces.length === 0 ? 'nothing' : 'too little'
  const missing = [
    ...contradictions.map(({ detail }) => detail),
    ...(agreeing.has('trusted-click') ? [] : ['the click was not seen to arrive']),
    ...(agreeing.has('banner-gone') ? [] : [stayed]),
    ...(traces.length >= needed ? [] : [`${amount} stored or signalled shows the ${WORD[choice]}`]),
  ]
  const clicked = `"${clicks.at(-1)?.text ?? ''}" was clicked`
  if (missing.length > 0) return { verdict: 'inconclusive', because: `${clicked}, but ${missing.join(', and ')}` }
  const witness = proof.find(({ kind, agrees }) => agrees && !OWN.has(kind))?.detail ?? ''
  // A tag that was told otherwise leaves the choice standing; whoever reads of the one should read of the other.
  const otherwise = proof.filter(({ agrees }) => !agrees).map(({ detail }) => `; yet ${detail}`)
  return { verdict: 'proven', because: `${clicked}, the banner went away, and ${witness}${otherwise.join('')}` }
}

/** What we see ourselves; the rest are traces the choice left. */
const OWN: ReadonlySet<ProofKind> = new Set(['trusted-click', 'banner-gone'])
const WORD = { reject: 'refusal', accept: 'acceptance' } as const

export const noBanner = (choice: Choice): ChoiceFact => ({
  kind: 'choice',
  choice,
  verdict: 'no-banner',
  because: 'no banner was seen on this page',
  cmp: null,
  strategy: null,
  layer: null,
  clicks: [],
  proof: [],
})
