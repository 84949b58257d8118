import { allows } from '../states.ts'
import type { ObservationOf, Sighting, Wording } from '../model.ts'
import { draft, gate, inBrackets, listed, needsConsent, quoted, sentData, subjectOf, when } from './drafting.ts'
import type { DraftFinding, Rule, RuleContext } from './rule.ts'
import { distinct, NOTHING, said } from '../said.ts'

/** One script reads what tells devices apart from several sides at once, as nobody does who only draws. */
export const fingerprinting: Rule = {
  id: 'F29',
  title: 'Device read as fingerprinting does',
  law: ['ePrivacy Directive Art. 5(3)', 'EDPB Guidelines 2/2023'],
  severity: 'high',
  states: ['no-choice', 'rejected'],
  asked: 'each',
  needs: ['api-call', 'request'],
  holds: said`no script was seen to read the device from three sides or more`,
  evaluate: (sightings, context) => {
    const byScript = Map.groupBy(
      context.observations.filter((seen): seen is ObservationOf<'api-call'> => seen.kind === 'api-call'),
      scriptOf,
    )
    return [...byScript].flatMap(([script, reads]) => {
      const sides = distinct(reads.map((read) => sideOf(read)).filter((side) => side !== null))
      return script === null || sides.length < 3 ? [] : draftOf(context, sightings, { script, reads, sides })
    })
  },
}

interface Reading {
  readonly script: string
  readonly reads: readonly ObservationOf<'api-call'>[]
  readonly sides: readonly Wording[]
}

function draftOf(
  context: RuleContext,
  sightings: readonly Sighting[],
  { script, reads, sides }: Reading,
): readonly DraftFinding[] {
  const from = sightings.find((each) => each.kind === 'request' && urlsOf(each, context).includes(script))
  // That a script is the site's own says nothing of what it is for.
  if (from && from.layer !== 'site' && allows(context.state, from.category) && !from.disputed) return []
  const vendor = from ? sightings.filter((each) => subjectOf(each) === subjectOf(from)) : []
  const sent = vendor.filter((each) => sentData(each, context))
  const name = script.replace(/^https?:\/\//, '').replace(/[?#].*$/, '')
  const stepIds = new Set(reads.map(({ stepId }) => stepId))
  const labels = context.steps.filter(({ id }) => stepIds.has(id)).map(({ label }) => label)
  const who = from && from.vendorId !== null ? `${from.name} (${quoted(name)})` : quoted(name)
  const where = labels.length > 0 ? said`on ${listed(labels, 6)} ` : NOTHING
  const told = said`${who} read ${listed(sides, 8)} ${where}${when(context.state)}`
  const after =
    sent.length === 0
      ? said`; nothing was seen to go to it afterwards`
      : sent.length === 1
        ? said`, and ${1} kind of requests went to it`
        : said`, and ${sent.length} kinds of requests went to it`
  return [
    {
      ...draft(context, from ? [from] : [], {
        outcome: from && needsConsent(from) ? 'fail' : 'unclear',
        summary: said`${told}${after}. Read together they tell one device from another.`,
        fix:
          from && needsConsent(from)
            ? gate(context, from)
            : said`Find out what ${quoted(name)}${from ? inBrackets(context, from) : NOTHING} reads these for, and let it run only once its purpose is granted.`,
        readings: from?.category === 'functional' ? READINGS : null,
      }),
      subject: from ? subjectOf(from) : new URL(script).host,
      stepIds: context.steps.map(({ id }) => id).filter((id) => stepIds.has(id)),
      evidence: [...reads.map(({ id }) => id), ...sent.flatMap(({ observations }) => observations)],
    },
  ]
}

const READINGS = {
  strict: said`reading the device needs consent unless the visitor asked for what it is for (EDPB Guidelines 2/2023).`,
  tolerant: said`it keeps machines and fraud away from a service the visitor asked for.`,
}

function urlsOf({ observations }: Sighting, context: RuleContext): readonly string[] {
  return observations.flatMap((id) => {
    const seen = context.observation(id)
    return seen?.kind === 'request' ? [seen.url] : []
  })
}

function scriptOf({ stack }: ObservationOf<'api-call'>): string | null {
  return stack.map(({ url }) => url).find((url) => /^https?:/.test(url)) ?? null
}

/** Sides by which devices differ most; a single read of the screen or language is every page's business. */
function sideOf({ api, count }: ObservationOf<'api-call'>): Wording | null {
  if (/^HTMLCanvasElement|getImageData$/.test(api)) return said`canvas`
  if (api.startsWith('WebGL')) return said`graphics card`
  if (/^OfflineAudioContext|^AnalyserNode/.test(api)) return said`audio`
  // A page that lays out text measures a few; a list of fonts is measured one by one.
  if (/measureText$|^FontFaceSet/.test(api)) return count >= 30 ? said`fonts` : null
  if (/^RTCPeerConnection|enumerateDevices$/.test(api)) return said`network and media devices`
  if (/getBattery$|^BatteryManager|\.plugins$|\.mimeTypes$/.test(api)) return said`battery and plug-ins`
  return null
}
