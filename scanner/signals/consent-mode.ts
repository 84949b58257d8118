import { jsonObject, read, unreadable, type Reading, type Signal } from './signal.ts'

type Settings = Readonly<Partial<Record<(typeof LAYERS)[number], boolean>>>

export interface ConsentModeReading extends Reading {
  /** Of each signal: what was set, by which kind of call. */
  readonly signals: Readonly<Record<string, Settings>>
  /** A default came after the first tag had asked for it; `null` where only the data layer could be read. */
  readonly defaultTooLate: boolean | null
}

/** What Google's tags on the page were told: the state they keep, else the calls waiting in the data layer. */
export const consentMode: Signal<ConsentModeReading> = {
  standard: 'consent-mode',
  title: 'Google Consent Mode',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const ics = window.google_tag_data?.ics
        const entries = Object.entries(ics?.entries ?? {})
        const calls = (Array.isArray(window.dataLayer) ? window.dataLayer : [])
          .filter((call) => call?.[0] === 'consent' && typeof call[2] === 'object')
          .map((call) => ({ ...call[2], command: String(call[1]) }))
        if (entries.length === 0 && calls.length === 0) return null
        const state = Object.fromEntries(entries.map(([name, entry]) => [name, {
          update: entry.update, default: entry.default, declare: entry.declare, implicit: entry.implicit,
        }]))
        return JSON.stringify({ state, calls, late: ics ? ics.wasSetLate === true : null })
      })()`,
    },
  ],
  decode(raw) {
    const found = jsonObject(raw)
    if (!found) return unreadable('no JSON object')
    const calls = callsIn(found['calls'])
    const kept = keptIn(found['state'])
    const signals = Object.fromEntries(SIGNALS.map((name) => [name, { ...calls.get(name), ...kept.get(name) }]))
    const having = (granted: boolean): readonly string[] =>
      SIGNALS.filter((name) => effective(signals[name] ?? {}) === granted)
    const reading = read(having(true), having(false))
    const defaultTooLate = typeof found['late'] === 'boolean' ? found['late'] : null
    return reading.ok ? { ok: true, value: { ...reading.value, signals, defaultTooLate } } : reading
  },
}

/** Functionality, personalisation and security storage need no consent in Google's own reading. */
const SIGNALS = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']
/** What counts first. */
const LAYERS = ['update', 'default', 'declare', 'implicit'] as const

const effective = (settings: Settings): boolean | undefined =>
  LAYERS.map((layer) => settings[layer]).find((is) => is !== undefined)

type Told = ReadonlyMap<string, Settings>

/** Calls in their order; a later one of the same kind replaces the earlier. */
function callsIn(calls: unknown): Told {
  const told = new Map<string, Settings>()
  for (const call of Array.isArray(calls) ? (calls as unknown[]) : []) {
    const { command, ...values } = Object(call) as Readonly<Record<string, unknown>>
    const layer = LAYERS.find((each) => each === command)
    if (layer === undefined) continue
    for (const [name, value] of Object.entries(values)) {
      if (value === 'granted' || value === 'denied') told.set(name, { ...told.get(name), [layer]: value === 'granted' })
    }
  }
  return told
}

function keptIn(state: unknown): Told {
  return new Map(
    Object.entries(Object(state) as object).map(([name, entry]) => {
      const set = Object(entry) as Readonly<Record<string, unknown>>
      return [
        name,
        Object.fromEntries(
          LAYERS.filter((layer) => typeof set[layer] === 'boolean').map((layer) => [layer, set[layer]]),
        ),
      ]
    }),
  )
}
