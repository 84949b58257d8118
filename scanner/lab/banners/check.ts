import type { ConsentState, Evidence, Observation, ObservationOf, StateVerdict } from '../../model.ts'
import { gateOpens } from '../gate-opens.ts'
import type { Gate } from '../model.ts'
import { VISITOR_COOKIE } from './answer.ts'
import type { BannerSite, Deed, Ending, TagPurpose } from './model.ts'

export type JudgedState = Extract<ConsentState, 'rejected' | 'accepted'>

/** How the instrument did on one site of the banner lab in one state, by the site's own record of its visitor. */
export interface BannerCheck {
  readonly site: string
  readonly state: JudgedState
  /** It said of the banner what is so: that there is one, or that there is none. */
  readonly isDetected: boolean
  /** The site was told what the state says, and nothing where nothing can be told. */
  readonly isChoiceRight: boolean
  /** What was done to the site that nobody wanted; each a line a person can read. */
  readonly wrongWay: readonly string[]
  readonly verdict: StateVerdict | null
  /** Whether the CMP was called by its name; `null` where it has none, or no banner was used. */
  readonly isNamed: boolean | null
  readonly isVerdictTrue: boolean
  readonly isFalselyProven: boolean
  /** What was sent and kept in a proven state, against the truth. */
  readonly facts: {
    readonly matched: number
    readonly missing: readonly string[]
    readonly invented: readonly string[]
  }
  /** Everything that is wrong, in lines. */
  readonly faults: readonly string[]
}

export function checkBanner(
  site: BannerSite,
  state: JudgedState,
  evidence: Evidence,
  deeds: ReadonlyMap<string, readonly Deed[]>,
): BannerCheck {
  const ending = state === 'rejected' ? site.truth.reject : site.truth.accept
  const journey = evidence.observations.filter((seen) => seen.journey === state)
  const choice = journey.findLast((seen): seen is ObservationOf<'choice'> => seen.kind === 'choice')
  const verdict = choice?.verdict ?? null
  const done = [...visitorsOf(journey)].flatMap((visitor) => deeds.get(visitor) ?? [])
  const hasSeen = journey.some((seen) => seen.kind === 'banner' && seen.visible)
  const isDetected = hasSeen === site.truth.banner
  const wrongWay = wrongWays(state, done)
  const isVerdictTrue = verdict !== null && ending.verdicts.includes(verdict)
  const isChoiceRight = isAsWanted(ending, done, verdict, isVerdictTrue)
  const facts =
    verdict === 'proven'
      ? compared(expectedFacts(site, ending), [...seenFacts(site, state, journey), `made on layer ${choice?.layer}`])
      : NO_FACTS
  return {
    site: site.id,
    state,
    isDetected,
    isChoiceRight,
    wrongWay,
    verdict,
    isNamed: site.truth.cmp === null || !choice?.clicks.length ? null : isSameName(choice.cmp, site.truth.cmp),
    isVerdictTrue,
    isFalselyProven: verdict === 'proven' && !ending.verdicts.includes('proven'),
    facts,
    faults: [
      ...(isDetected ? [] : [hasSeen ? 'saw a banner where there is none' : 'did not see the banner']),
      ...wrongWay,
      ...(isChoiceRight ? [] : [`the site was told ${inWords(done)}, not ${wantedInWords(ending)}`]),
      ...(isVerdictTrue
        ? []
        : [`said ${verdict ?? 'nothing'}, not ${ending.verdicts.join(' or ')}: ${choice?.because ?? ''}`]),
      ...facts.missing.map((fact) => `missed: ${fact}`),
      ...facts.invented.map((fact) => `invented: ${fact}`),
    ],
  }
}

/** Makers, rules and records spell one name differently. */
function isSameName(given: string | null, name: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')
  return given !== null && (plain(given).includes(plain(name)) || plain(name).includes(plain(given)))
}

const NO_FACTS = { matched: 0, missing: [], invented: [] }

/** The numbers by which the server knows who was on this journey. */
function visitorsOf(journey: readonly Observation[]): ReadonlySet<string> {
  return new Set(
    journey.flatMap((seen) => (seen.kind === 'cookie' && seen.name === VISITOR_COOKIE ? [seen.value ?? ''] : [])),
  )
}

const isRefusal = ({ grants }: Deed): boolean => !grants.includes('analytics') && !grants.includes('marketing')

function wrongWays(state: JudgedState, done: readonly Deed[]): readonly string[] {
  return done.flatMap((deed) => {
    if (deed.what === 'decoy') return [`pressed "${deed.detail}", which is no consent banner`]
    if (deed.what === 'paid') return [`pressed "${deed.detail}", which costs money`]
    if (deed.what === 'left') return ['left the site by a button of its banner']
    if (deed.what !== 'decided') return []
    if (state === 'rejected' && deed.grants.length > 0)
      return [`agreed to ${deed.grants.join(', ')} where it was to refuse`]
    return state === 'accepted' && isRefusal(deed) ? ['refused where it was to agree'] : []
  })
}

function isAsWanted(
  { grants }: Ending,
  done: readonly Deed[],
  verdict: StateVerdict | null,
  isVerdictTrue: boolean,
): boolean {
  const last = done.findLast(({ what }) => what === 'decided')
  if (grants === 'any') return isVerdictTrue && (last !== undefined || verdict !== 'proven')
  if (grants === null) return last === undefined && isVerdictTrue
  return last !== undefined && last.trusted && sorted(last.grants) === sorted(grants)
}

const sorted = (names: readonly string[]): string => names.toSorted().join(', ')

function inWords(done: readonly Deed[]): string {
  const last = done.findLast(({ what }) => what === 'decided')
  if (last === undefined) return 'nothing'
  return `${last.grants.length === 0 ? 'no' : sorted(last.grants)}${last.trusted ? '' : ' (by a click that was not real)'}`
}

const wantedInWords = ({ grants }: Ending): string =>
  grants === null ? 'nothing' : grants === 'any' ? 'anything' : grants.length === 0 ? 'no' : sorted(grants)

const TAGS: Readonly<Record<TagPurpose, { readonly host: string; readonly cookie: string }>> = {
  analytics: { host: 'region1.google-analytics.com', cookie: '_ga' },
  marketing: { host: 'www.facebook.com', cookie: '_fbp' },
}

/** What a proven state must show: who is contacted, what is on the device, and whether the banner comes back. */
function expectedFacts(site: BannerSite, ending: Ending): readonly string[] {
  const tags = (Object.entries(site.tags) as [TagPurpose, Gate | null][]).flatMap(([purpose, gate]) => {
    if (gate === null) return []
    const runs = gateOpens(gate, ending.grants === 'any' || ending.grants?.includes(purpose) === true)
    const ran = runs || gateOpens(gate, null)
    return [...(runs ? [`sent to ${TAGS[purpose].host}`] : []), ...(ran ? [`kept ${TAGS[purpose].cookie}`] : [])]
  })
  const layer = ending.layer === null ? [] : [`made on layer ${ending.layer}`]
  return [
    ...tags,
    ...layer,
    ...ending.keeps.map((name) => `kept ${name}`),
    ...(ending.asksAgain ? ['asked again'] : []),
  ]
}

function seenFacts(site: BannerSite, state: JudgedState, journey: readonly Observation[]): readonly string[] {
  const known = new Set([
    ...site.truth.reject.keeps,
    ...site.truth.accept.keeps,
    TAGS.analytics.cookie,
    TAGS.marketing.cookie,
  ])
  const judged = journey.filter((seen) => seen.state === state)
  return judged.flatMap((seen) => {
    if (seen.kind === 'request') {
      const { hostname } = new URL(seen.url)
      return [TAGS.analytics.host, TAGS.marketing.host].includes(hostname) ? [`sent to ${hostname}`] : []
    }
    if (seen.kind === 'cookie') return known.has(seen.name) ? [`kept ${seen.name}`] : []
    if (seen.kind === 'storage') return known.has(seen.key) ? [`kept ${seen.key}`] : []
    return seen.kind === 'banner' && seen.visible ? ['asked again'] : []
  })
}

function compared(expected: readonly string[], seen: readonly string[]): BannerCheck['facts'] {
  const [wanted, found] = [new Set(expected), new Set(seen)]
  const missing = [...wanted].filter((fact) => !found.has(fact))
  return { matched: wanted.size - missing.length, missing, invented: [...found].filter((fact) => !wanted.has(fact)) }
}
