import type { Evidence, Fact, ObservationOf, Stamp } from '../../../scanner/model.ts'
import { environment, plan } from '../samples.ts'

export type Draft = Fact & Partial<Stamp>

/** The smallest evidence of a funnel on shop.example that holds these facts. */
export function evidence(...drafts: readonly Draft[]): Evidence {
  const observations = drafts.map((draft, at) => ({ ...stamp, id: `o${at + 1}`, ...draft }))
  return {
    plan: {
      ...plan,
      site: 'https://shop.example',
      steps: plan.steps.map((step) => ({ ...step, go: { kind: 'url', url: '/' } })),
      states: ['no-choice', 'rejected'],
    },
    environment,
    observations,
    gaps: [],
    files: [],
  }
}

const stamp: Omit<Stamp, 'id'> = {
  run: 1,
  journey: 'no-choice',
  state: 'no-choice',
  stepId: 'optin',
  phase: 'load',
  at: 1,
  utc: '2026-11-21T12:00:00.000Z',
}
const value = { valueSha256: '00', bytes: 1, identifierLike: false, value: null }

export function request(url: string, more: Partial<ObservationOf<'request'>> = {}): Draft {
  return {
    kind: 'request',
    requestId: url,
    url,
    method: 'GET',
    resourceType: 'image',
    fate: 'answered',
    status: 200,
    failure: null,
    fromCache: false,
    headers: {},
    responseHeaders: {},
    bodySha256: null,
    initiator: { type: 'script', url: null, line: null, stack: [] },
    target: { targetId: 'T', type: 'page', url: '' },
    frameId: null,
    redirectedFrom: null,
    ...more,
  }
}

export function cookie(name: string, domain: string, more: Partial<ObservationOf<'cookie'>> = {}): Draft {
  return { kind: 'cookie', ...attributes(name, domain), ...more }
}

export function write(name: string, domain: string, more: Partial<ObservationOf<'cookie-write'>> = {}): Draft {
  return {
    kind: 'cookie-write',
    ...attributes(name, domain),
    setBy: 'script',
    effect: 'set',
    refusedBecause: null,
    requestId: null,
    stack: [],
    ...more,
  }
}

export function item(key: string, origin: string): Draft {
  return { kind: 'storage', area: 'local', origin, key, entries: null, ...value }
}

export function marks(url: string, more: Partial<ObservationOf<'page-marks'>> = {}): Draft {
  return {
    kind: 'page-marks',
    url,
    isTop: true,
    globals: [],
    elements: [],
    classes: [],
    inlineScripts: [],
    isCut: false,
    ...more,
  }
}

export function page(url: string): Draft {
  return { kind: 'page', requestedUrl: url, url, status: 200, title: '', quiet: true }
}

function attributes(name: string, domain: string) {
  return {
    name,
    domain,
    path: '/',
    partitionKey: null,
    lifetimeDays: 30,
    httpOnly: false,
    secure: true,
    sameSite: 'Lax',
    ...value,
  } as const
}
