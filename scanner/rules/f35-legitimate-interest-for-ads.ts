import { layersOf, meaning, siteDraft, unmeasured } from './banner/layers.ts'
import { listed, parameter, quoted, when } from './drafting.ts'
import type { Observation, Wording } from '../model.ts'
import { tcf } from '../signals/tcf.ts'
import type { DraftFinding, Readings, Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** Advertising goes on under legitimate interest, where consent would normally be needed. */
export const legitimateInterestForAds: Rule = {
  id: 'F35',
  title: 'Legitimate interest claimed for advertising',
  law: ['GDPR Art. 6(1)(f), 21', 'ePrivacy Directive Art. 5(3)', 'EDPB Cookie Banner Taskforce report, type H'],
  severity: 'medium',
  states: ['rejected', 'no-choice', 'accepted'],
  asked: 'once',
  needs: ['banner', 'banner-interface', 'request', 'signal'],
  holds: said`no toggle for legitimate interest was on, and no consent string claimed it for advertising`,
  evaluate: (_, context) => {
    const strings = context.observations.flatMap(stringIn)
    const layers = layersOf(context)
    if (strings.length === 0 && layers.length === 0) return unmeasured(context)
    const drafts = [...inLayers(context), ...inStrings(context, strings)]
    const [first] = layers
    const isHidden = first !== undefined && layers.length === 1 && meaning(first, 'settings').length > 0
    if (drafts.length > 0 || strings.length > 0 || !isHidden) return drafts
    return {
      outcome: 'unclear',
      because: said`The settings of the banner were not opened, so their toggles were not seen.`,
    }
  },
}

function inLayers(context: RuleContext): readonly DraftFinding[] {
  const on = layersOf(context).flatMap((layer) =>
    layer.toggles
      .filter(({ saysLegitimateInterest, isOn, isLocked }) => saysLegitimateInterest && isOn && !isLocked)
      .map((toggle) => ({ layer, toggle })),
  )
  if (on.length === 0) return []
  return [
    siteDraft(context, [...new Set(on.map(({ layer }) => layer))], {
      item: 'toggles',
      summary: said`${on.length === 1 ? said`${1} toggle for legitimate interest was on` : said`${on.length} toggles for legitimate interest were on`}, so that whoever refuses consent has to object apart: ${listed(on.map(({ toggle }) => quoted(toggle.label)))}.`,
      fix: said`Ask for consent where cookies or advertising are concerned, and let one refusal also object to legitimate interest.`,
    }),
  ]
}

interface TcSeen {
  readonly seen: Observation
  readonly purposes: readonly number[]
  readonly policyVersion: number
}

function inStrings(context: RuleContext, strings: readonly TcSeen[]): readonly DraftFinding[] {
  const profiling = strings.filter(({ purposes, policyVersion }) => policyVersion >= 4 && purposes.some(isProfiling))
  if (profiling.length > 0) {
    return [
      siteDraft(
        context,
        profiling.map(({ seen }) => seen),
        {
          item: 'purposes 3 to 6',
          severity: 'high',
          summary: said`The consent string claims legitimate interest for ${purposesIn(profiling, isProfiling)} ${when(context.state)}; since TCF 2.2 these purposes stand on consent alone.`,
          fix: said`Have the consent platform drop legitimate interest for purposes 3 to 6, and collect the strings anew.`,
        },
      ),
    ]
  }
  const ads = strings.filter(({ purposes }) => purposes.some(isAdvertising))
  if (context.state !== 'rejected' || ads.length === 0) return []
  return [
    siteDraft(
      context,
      ads.map(({ seen }) => seen),
      {
        item: 'kept after reject',
        summary: said`After the refusal the consent string still claims legitimate interest for ${purposesIn(ads, isAdvertising)}.`,
        fix: said`Let the refusal on the banner also object to legitimate interest for advertising.`,
        readings: READINGS,
      },
    ),
  ]
}

const READINGS: Readings = {
  strict: said`whoever refuses everything also objects, and advertising rests on access to the device, which needs consent.`,
  tolerant: said`consent and legitimate interest are apart, and the objection may be made on a layer of its own.`,
}

/** Creating and using profiles, for advertising and for content. */
const isProfiling = (purpose: number): boolean => purpose >= 3 && purpose <= 6
/** Limited data for advertising, and measuring it. */
const isAdvertising = (purpose: number): boolean => purpose === 2 || purpose === 7 || isProfiling(purpose)

function purposesIn(strings: readonly TcSeen[], wanted: (purpose: number) => boolean): Wording {
  const found = new Set(strings.flatMap(({ purposes }) => purposes.filter(wanted)))
  return listed(
    [...found].toSorted((a, b) => a - b).map((purpose) => said`purpose ${purpose}`),
    6,
  )
}

function stringIn(seen: Observation): readonly TcSeen[] {
  const raw =
    seen.kind === 'signal' && seen.standard === 'tcf'
      ? seen.raw
      : seen.kind === 'request'
        ? parameter(seen.url, 'gdpr_consent')
        : null
  const decoded = raw === null ? null : tcf.decode(raw)
  if (!decoded?.ok) return []
  const { legitimateInterest, policyVersion } = decoded.value
  return [{ seen, purposes: legitimateInterest, policyVersion }]
}
