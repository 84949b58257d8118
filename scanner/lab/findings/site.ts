import type { ConsentState, Outcome } from '../../model.ts'
import { homeMade } from '../banners/home-made.ts'
import { hostOf } from '../banners/site.ts'
import type { Gate, Purpose } from '../model.ts'
import type { ExpectedFinding, FindingSite, LabFile, Tag, TagAct } from './model.ts'

/** Where a site of the findings lab lives; none knows of another's visitors. */
export function homeOf(id: string): string {
  return `https://${hostOf({ id })}`
}

/** Two pages and a banner that asks as it should; a site says how it differs. */
export function findingSite(site: Pick<FindingSite, 'id' | 'about' | 'expected'> & Partial<FindingSite>): FindingSite {
  return {
    banner: homeMade('en'),
    hasWayBack: true,
    pages: { '/': '<p><a href="/next">Onward</a></p>', ...NEXT },
    tags: [],
    files: {},
    policy: null,
    aliases: {},
    plan: {},
    needsNoConsent: false,
    ...site,
  }
}

/** A second page, for sites that write the first one themselves. */
export const NEXT = { '/next': '<p>That was all.</p>' } as const

/** What a site that asks nobody has in place of a banner. */
export const UNASKED = { banner: null, hasWayBack: false } as const

// What must be said.

type Says = (ruleId: string, state: ConsentState, subject?: string) => ExpectedFinding

const says =
  (outcome: Outcome): Says =>
  (ruleId, state, subject = '') => ({ ruleId, state, subject, outcome, stability: null, fixNames: null })

export const fails = says('fail')
export const passes = says('pass')
export const isUnclear = says('unclear')
export const isNotAsked = says('not-applicable')

/** In how many of the plan's runs it has to be seen: all of them, or some. */
export function seen(stability: 'stable' | 'intermittent', finding: ExpectedFinding): ExpectedFinding {
  return { ...finding, stability }
}

/** Whoever reads it has to be told what to change. */
export function fixNames(name: string, finding: ExpectedFinding): ExpectedFinding {
  return { ...finding, fixNames: name }
}

// What its tags do.

export function tag(
  purpose: Purpose,
  gate: Gate,
  acts: readonly TagAct[],
  paths: readonly string[] | null = null,
): Tag {
  return { purpose, gate, paths, acts }
}

export function request(via: Extract<TagAct, { do: 'request' }>['via'], url: string): TagAct {
  return { do: 'request', via, url }
}

/** Of 0 days: until the browser is closed; of less: it is deleted. */
export function cookie(name: string, value: string, days: number, isSecure = true): TagAct {
  return { do: 'cookie', name, value, days, isSecure }
}

export function store(key: string, value: string): TagAct {
  return { do: 'store', key, value }
}

export function file(type: string, text: string, more: Partial<LabFile> = {}): LabFile {
  return { type, text, inTurn: [], status: 200, headers: {}, afterMs: 0, ...more }
}

export function movedTo(location: string): LabFile {
  return file('text/plain', '', { status: 302, headers: { location } })
}

// Vendors the sites know.

const META_ID = '128467390025114'
export const metaCookie = cookie('_fbp', 'fb.1.1763740000000.441790823311', 90)
export const metaPixel = request('image', `https://www.facebook.com/tr/?id=${META_ID}&ev=PageView&dl={url}`)
export const meta: readonly TagAct[] = [metaCookie, metaPixel]

/** A beacon of Google Analytics; `signal` is what Consent Mode adds to it. */
export function analyticsHit(signal = ''): TagAct {
  return request('beacon', `https://region1.google-analytics.com/g/collect?v=2&tid=G-FINDINGS1&en=page_view${signal}`)
}

/** A year and no more, as the tag can be told. */
export const analyticsCookie = cookie('_ga', 'GA1.1.1093847562.1763740000', 365)

export const GRANTED = '&gcs=G111&gcd=13r3r3r3r5l1'
export const DENIED = '&gcs=G100&gcd=13p3p3p3p5l1'
