import type { ConsentState, Environment, Plan, Step } from '../model.ts'
import type { HarEntry } from './entry.ts'
import type { HarFile } from './read-har.ts'
import { startOf, type HarVisit } from './visits.ts'

export interface ImportFacts {
  readonly name: string | null
  readonly state: ConsentState
  readonly jurisdiction: string
  readonly toolVersion: string
  readonly knowledgeVersion: string
  readonly valueSalt: string
  /** Of the user's own, absolute; `null` without. */
  readonly knowledge: string | null
}

/** The plan that would have led to these visits: a step for each page, in the order of the first run. */
export function planOf(visits: readonly HarVisit[], { name, state, jurisdiction, knowledge }: ImportFacts): Plan {
  const runs = [...new Set(visits.map(({ run }) => run))]
  const longest = runs
    .map((run) => visits.filter((visit) => visit.run === run))
    .reduce((a, b) => (b.length > a.length ? b : a), [])
  const first = URL.parse(longest[0]?.url ?? longest[0]?.entries[0]?.url.href ?? '')
  const site = first?.origin ?? 'https://unknown.invalid'
  return {
    name: name ?? `${first?.hostname ?? 'unknown'}, imported`,
    site,
    steps: longest.map(stepOf),
    states: [state],
    runs: runs.length,
    jurisdiction,
    jurisdictions: [jurisdiction],
    locale: localeOf(longest),
    timeZone: null,
    viewport: { width: 0, height: 0 },
    scroll: false,
    consent: { accept: null, reject: null, open: null, save: null, withdraw: null, close: null },
    clickIds: [],
    policies: [],
    gate: { vendors: [] },
    safety: { submitForms: 'never' },
    lookups: { cnames: false, exitIpFrom: null },
    access: {
      hostMap: {},
      certificates: { acceptInvalid: false, trust: null },
      thirdPartyCookies: 'allow',
      basicAuth: null,
      headers: {},
      proxy: null,
    },
    limits: { settleMs: 0, stepTimeoutMs: 0, settle: 'quiet' },
    values: 'hashed',
    knowledge,
  }
}

/** What is known of the machine and browser that the files were recorded with, and that they were imported at all. */
export function environmentOf(
  files: readonly HarFile[],
  visits: readonly HarVisit[],
  { toolVersion, knowledgeVersion, valueSalt }: ImportFacts,
): Environment {
  const entries = visits.flatMap(({ entries: each }) => each)
  const times = entries.map(({ startedAt }) => startedAt)
  const userAgent = headerOf(entries, 'user-agent') ?? 'unknown'
  const creators = [...new Set(files.map(({ creator }) => creator))].join(', ')
  const browser = files.find((file) => file.browser !== null)?.browser
  return {
    tool: { name: 'tagtrail', version: toolVersion },
    knowledge: { version: knowledgeVersion },
    os: 'unknown: imported from HAR',
    browser: {
      product: browser ?? 'unknown: imported from HAR',
      path: files.map(({ name }) => name).join(', '),
      source: `imported from HAR written by ${creators}`,
      flags: [],
    },
    userAgent,
    automationHidden: null,
    locale: localeOf(visits),
    timeZone: 'unknown',
    languages: [],
    clientHints: null,
    viewport: { width: 0, height: 0 },
    thirdPartyCookies: 'unknown',
    hostMap: {},
    certificates: 'unknown',
    globalPrivacyControl: [],
    settle: 'quiet',
    proxy: false,
    credentials: { basicAuth: false, headers: [] },
    exitIp: null,
    valueSalt,
    startedAt: new Date(visits.length > 0 ? Math.min(...visits.map(startOf)) : 0).toISOString(),
    endedAt: new Date(times.reduce((a, b) => Math.max(a, b), 0)).toISOString(),
    ended: 'complete',
  }
}

function stepOf({ url, title, entries }: HarVisit, index: number): Step {
  const address = url ?? entries[0]?.url.href ?? ''
  const { hostname = '', pathname = '' } = URL.parse(address) ?? {}
  return {
    id: stepId(index),
    label: title ?? `${hostname}${pathname}`,
    role: index === 0 ? 'landing' : 'page',
    go: { kind: 'url', url: address },
    goal: null,
    fill: [],
  }
}

export function stepId(index: number): string {
  return `page-${index + 1}`
}

/** The first language that was asked for. */
function localeOf(visits: readonly HarVisit[]): string {
  const languages = headerOf(
    visits.flatMap(({ entries }) => entries),
    'accept-language',
  )
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/.exec(languages ?? '')?.[0] ?? 'und'
}

function headerOf(entries: readonly HarEntry[], name: string): string | null {
  return entries.find(({ headers }) => headers[name] !== undefined)?.headers[name] ?? null
}
