import { expect, test } from 'vitest'
import { checkBanner, type JudgedState } from '../../../../scanner/lab/banners/check.ts'
import type { BannerSite, Deed } from '../../../../scanner/lab/banners/model.ts'
import { bannerSite, compliant, notOffered, withoutBanner } from '../../../../scanner/lab/banners/site.ts'
import type { Evidence, StateVerdict } from '../../../../scanner/model.ts'

/** What a scan reports of one journey, as far as the checker reads it. */
interface Reported {
  readonly verdict: StateVerdict
  readonly banner: boolean
  /** Observed in the state itself. */
  readonly hosts?: readonly string[]
  readonly cookies?: readonly string[]
  readonly bannerAgain?: true
  readonly layer?: number
}

const site = bannerSite({ id: 's', about: '', truth: compliant('CMP', 'kept') })
const onlyAccept = bannerSite({ id: 's', about: '', truth: { ...compliant(null, 'kept'), reject: notOffered } })
const none = bannerSite({ id: 's', about: '', truth: withoutBanner })

const GOOGLE = 'region1.google-analytics.com'
const ALL = ['functional', 'analytics', 'marketing'] as const
const decided = (grants: Deed['grants'], trusted = true): Deed => ({ what: 'decided', grants, detail: '', trusted })
const refused: Reported = { verdict: 'proven', banner: true, cookies: ['kept'] }
const acceptedAll: Reported = {
  verdict: 'proven',
  banner: true,
  hosts: [GOOGLE, 'www.facebook.com'],
  cookies: ['kept', '_ga', '_fbp'],
}

function check(of: BannerSite, state: JudgedState, reported: Reported, deeds: readonly Deed[]) {
  return checkBanner(of, state, evidence(state, reported), new Map([['v1', deeds]]))
}

function evidence(
  state: JudgedState,
  { verdict, banner, hosts = [], cookies = [], bannerAgain, layer = 1 }: Reported,
): Evidence {
  const all = { journey: state, state: 'choosing' }
  const observations = [
    { ...all, kind: 'cookie', name: 'lab_visitor', value: 'v1' },
    { ...all, kind: 'banner', visible: banner },
    { ...all, kind: 'choice', verdict, because: 'so it is', cmp: 'cmp.example', layer, clicks: [{}] },
    ...hosts.map((host) => ({ ...all, state, kind: 'request', url: `https://${host}/x` })),
    ...cookies.map((name) => ({ ...all, state, kind: 'cookie', name, value: '' })),
    ...(bannerAgain ? [{ ...all, state, kind: 'banner', visible: true }] : []),
  ]
  return { observations } as unknown as Evidence
}

test.each([
  ['a refusal that was made and shown', site, 'rejected', refused, [decided([])]],
  ['an acceptance that was made and shown', site, 'accepted', acceptedAll, [decided(ALL)]],
  ['no way to refuse, and none taken', onlyAccept, 'rejected', { verdict: 'not-offered', banner: true }, []],
  ['no banner, and none seen', none, 'rejected', { verdict: 'no-banner', banner: false }, []],
  ['settings opened on the way', site, 'rejected', refused, [{ ...decided([]), what: 'opened' }, decided([])]],
] as const)('%s is right', (_, of, state, reported, deeds) => {
  expect(check(of, state, reported, deeds)).toMatchObject({ faults: [], isChoiceRight: true, isVerdictTrue: true })
})

test.each([
  ['a banner that was not seen', { verdict: 'no-banner', banner: false }, [], ['did not see the banner']],
  ['a refusal the site never got', refused, [], ['the site was told nothing, not no']],
  ['an agreement in place of a refusal', refused, [decided(ALL)], ['agreed to functional, analytics, marketing']],
  ['a first answer that was wrong', refused, [decided(['marketing']), decided([])], ['agreed to marketing']],
  ['a click that was not real', refused, [decided([], false)], ['a click that was not real']],
  ['a decoy', refused, [{ ...decided([]), what: 'decoy', detail: 'Buy' }, decided([])], ['pressed "Buy"']],
  [
    'a choice called inconclusive',
    { ...refused, verdict: 'inconclusive' },
    [decided([])],
    ['said inconclusive, not proven'],
  ],
  ['a tag that was not there', { ...refused, hosts: [GOOGLE] }, [decided([])], [`invented: sent to ${GOOGLE}`]],
  ['a record that was not found', { ...refused, cookies: [] }, [decided([])], ['missed: kept kept']],
  [
    'a layer that was another',
    { ...refused, layer: 2 },
    [decided([])],
    ['invented: made on layer 2', 'missed: made on layer 1'],
  ],
  ['a banner that came back', { ...refused, bannerAgain: true }, [decided([])], ['invented: asked again']],
] as const)('%s is told', (_, reported, deeds, expected) => {
  const { faults } = check(site, 'rejected', reported, deeds)
  for (const part of expected) expect(faults.join('\n')).toContain(part)
})

test('"proven" where nothing can be proven is counted by itself', () => {
  const { isFalselyProven, isChoiceRight } = check(onlyAccept, 'rejected', refused, [])
  expect({ isFalselyProven, isChoiceRight }).toEqual({ isFalselyProven: true, isChoiceRight: false })
  expect(check(site, 'rejected', refused, [decided([])]).isFalselyProven).toBe(false)
})

test('what another visitor did does not count', () => {
  const deeds = new Map([['somebody else', [decided(ALL)]]])
  expect(checkBanner(site, 'rejected', evidence('rejected', refused), deeds)).toMatchObject({
    wrongWay: [],
    isChoiceRight: false,
  })
})

test('tags that leak leave their cookies, and fall silent after a refusal', () => {
  const leaky: BannerSite = { ...site, tags: { analytics: 'leaky', marketing: 'always' } }
  const reported: Reported = { ...refused, hosts: ['www.facebook.com'], cookies: ['kept', '_ga', '_fbp'] }
  expect(check(leaky, 'rejected', reported, [decided([])]).facts).toEqual({ matched: 5, missing: [], invented: [] })
})

test('a CMP is called by its name however it is spelt', () => {
  const named = (cmp: string | null) => {
    const of = { ...site, truth: compliant(cmp, 'kept') }
    return check(of, 'rejected', refused, [decided([])]).isNamed
  }
  expect([named('CMP'), named('C.M.P'), named('Another'), named(null)]).toEqual([true, true, false, null])
})
