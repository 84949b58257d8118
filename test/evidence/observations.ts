import type { ConsentState, Fact, Gap, Moment, ObservationOf, Proof, Stamp } from '../../scanner/model.ts'
import { choiceOf } from '../../scanner/states.ts'

/** One observation each: every field may be given, the rest is what is usual. Ids are given by `scene`. */

type Given<F extends Fact> = Partial<Omit<Stamp, 'state'> & Omit<F, 'kind'>> & { readonly state?: Moment }
type FactOf<K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>

export function request(given: Given<FactOf<'request'>> = {}): ObservationOf<'request'> {
  return {
    ...stampOf(given),
    kind: 'request',
    requestId: '1.1',
    url: 'https://tracker.example/collect',
    method: 'GET',
    resourceType: 'image',
    fate: 'answered',
    status: given.fate === undefined || given.fate === 'answered' ? 200 : null,
    failure: null,
    fromCache: false,
    headers: {},
    responseHeaders: {},
    bodySha256: null,
    initiator: { type: 'parser', url: null, line: null, stack: [] },
    target: { targetId: 'T', type: 'page', url: 'https://shop.lab.example/' },
    frameId: 'F',
    redirectedFrom: null,
    ...given,
  }
}

export function socket(given: Given<FactOf<'socket'>> = {}): ObservationOf<'socket'> {
  return {
    ...stampOf(given),
    kind: 'socket',
    protocol: 'websocket',
    url: 'wss://live.example/',
    isEstablished: true,
    framesSent: 0,
    framesReceived: 0,
    firstSent: null,
    firstReceived: null,
    initiator: { type: 'script', url: null, line: null, stack: [] },
    target: { targetId: 'T', type: 'page', url: 'https://shop.lab.example/' },
    ...given,
  }
}

export function cookieWrite(given: Given<FactOf<'cookie-write'>> = {}): ObservationOf<'cookie-write'> {
  return {
    ...stampOf(given),
    kind: 'cookie-write',
    ...COOKIE,
    setBy: 'script',
    effect: 'set',
    refusedBecause: null,
    requestId: null,
    stack: [],
    ...given,
  }
}

/** In the jar at the end of a step. */
export function cookie(given: Given<FactOf<'cookie'>> = {}): ObservationOf<'cookie'> {
  return { ...stampOf(given), kind: 'cookie', ...COOKIE, ...given }
}

export function storageWrite(given: Given<FactOf<'storage-write'>> = {}): ObservationOf<'storage-write'> {
  return {
    ...stampOf(given),
    kind: 'storage-write',
    ...STORAGE,
    effect: 'set',
    stack: [],
    ...given,
  }
}

/** In storage at the end of a step. */
export function storage(given: Given<FactOf<'storage'>> = {}): ObservationOf<'storage'> {
  return { ...stampOf(given), kind: 'storage', entries: null, ...STORAGE, ...given }
}

export function page(given: Given<FactOf<'page'>> = {}): ObservationOf<'page'> {
  return {
    ...stampOf(given),
    kind: 'page',
    requestedUrl: given.url ?? null,
    url: 'https://shop.lab.example/',
    status: 200,
    title: 'Shop',
    quiet: true,
    ...given,
  }
}

/** In a frame at the end of a step. */
export function pageMarks(given: Given<FactOf<'page-marks'>> = {}): ObservationOf<'page-marks'> {
  return {
    ...stampOf(given),
    kind: 'page-marks',
    url: 'https://shop.lab.example/',
    isTop: true,
    globals: [],
    elements: [],
    classes: [],
    inlineScripts: [],
    isCut: false,
    ...given,
  }
}

export function banner(given: Given<FactOf<'banner'>> = {}): ObservationOf<'banner'> {
  return {
    ...stampOf(given),
    kind: 'banner',
    cmp: 'unknown',
    visible: true,
    text: 'We use cookies',
    buttons: [],
    ...given,
  }
}

export function choice(given: Given<FactOf<'choice'>> = {}): ObservationOf<'choice'> {
  const proof: readonly Proof[] = [{ kind: 'banner-gone', agrees: true, detail: 'the banner is gone' }]
  return {
    ...stampOf({ state: 'choosing', ...given }),
    kind: 'choice',
    choice: choiceOf(given.journey ?? 'rejected') ?? 'reject',
    allows: [],
    verdict: 'proven',
    because: '4 signals',
    cmp: null,
    strategy: 'words',
    layer: 1,
    clicks: [],
    scrolls: 0,
    tookMs: null,
    proof,
    ...given,
  }
}

/** Found where it went. */
export function canarySeen(given: Given<FactOf<'canary-seen'>> = {}): ObservationOf<'canary-seen'> {
  return {
    ...stampOf(given),
    kind: 'canary-seen',
    what: 'email',
    clickId: null,
    encoding: 'plain',
    where: 'url',
    host: 'tracker.example',
    requestId: '1.1',
    key: 'em',
    beforeSubmit: false,
    ...given,
  }
}

export function pageErrors(given: Given<FactOf<'page-errors'>> = {}): ObservationOf<'page-errors'> {
  return { ...stampOf(given), kind: 'page-errors', errors: [], isCut: false, ...given }
}

export function players(given: Given<FactOf<'players'>> = {}): ObservationOf<'players'> {
  return { ...stampOf(given), kind: 'players', players: [], isCut: false, ...given }
}

export function apiCall(given: Given<FactOf<'api-call'>> = {}): ObservationOf<'api-call'> {
  return {
    ...stampOf(given),
    kind: 'api-call',
    api: 'HTMLCanvasElement.toDataURL',
    origin: 'https://shop.lab.example',
    count: 1,
    stack: [{ function: 'f', url: 'https://tracker.example/fp.js', line: 1, column: 1 }],
    ...given,
  }
}

export function cname(given: Given<FactOf<'cname'>> = {}): ObservationOf<'cname'> {
  return { ...stampOf(given), kind: 'cname', host: 'data.lab.example', chain: ['shop.tracker.example'], ...given }
}

/** A row of a cookie policy. */
export function declaration(given: Given<FactOf<'declaration'>> = {}): ObservationOf<'declaration'> {
  return {
    ...stampOf({ stepId: '(policies)', ...given }),
    kind: 'declaration',
    source: 'https://shop.lab.example/cookies',
    list: 'page',
    name: '_id',
    provider: null,
    categoryText: null,
    category: null,
    lifetimeText: null,
    days: null,
    ...given,
  }
}

export function gap(given: Partial<Gap> = {}): Gap {
  const state = given.state ?? 'no-choice'
  return {
    kind: 'never-quiet',
    run: 1,
    journey: state === 'choosing' ? 'rejected' : state,
    state,
    stepId: 'optin',
    blinds: ['request', 'cookie-write', 'storage-write'],
    reason: 'the page never went quiet',
    utc: UTC,
    ...given,
  }
}

const UTC = '2026-11-21T12:00:00.000Z'

const STORED = { valueSha256: 'a'.repeat(64), bytes: 36, identifierLike: true, value: null }
const COOKIE = {
  name: '_id',
  domain: '.lab.example',
  path: '/',
  partitionKey: null,
  lifetimeDays: 365,
  httpOnly: false,
  secure: true,
  sameSite: 'Lax',
  ...STORED,
} as const
const STORAGE = { area: 'local', origin: 'https://shop.lab.example', key: '_id', ...STORED } as const

function stampOf({ state = 'no-choice', journey, run = 1, stepId = 'optin', at = 100 }: Given<Fact>): Stamp {
  const made: ConsentState = journey ?? (state === 'choosing' ? 'rejected' : state)
  return { id: '', run, journey: made, state, stepId, phase: 'load', at, utc: UTC }
}
