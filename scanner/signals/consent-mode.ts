import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** What Google's tags on the page were told: the state they keep, else the calls waiting in the data layer. */
export const consentMode: Signal = {
  standard: 'consent-mode',
  title: 'Google Consent Mode',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const entries = window.google_tag_data?.ics?.entries ?? {}
        const calls = (Array.isArray(window.dataLayer) ? window.dataLayer : [])
          .filter((call) => call?.[0] === 'consent' && typeof call[2] === 'object')
          .map((call) => ({ ...call[2], command: String(call[1]) }))
        if (Object.keys(entries).length === 0 && calls.length === 0) return null
        const state = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry.update ?? entry.default ?? null]))
        return JSON.stringify({ state, calls })
      })()`,
    },
  ],
  decode(raw) {
    const found = jsonObject(raw)
    if (!found) return unreadable('no JSON object')
    const told = new Map<string, boolean>()
    for (const call of Array.isArray(found['calls']) ? (found['calls'] as unknown[]) : []) {
      for (const [name, value] of Object.entries(Object(call) as object)) {
        if (value === 'granted' || value === 'denied') told.set(name, value === 'granted')
      }
    }
    for (const [name, value] of Object.entries(Object(found['state']) as object)) {
      if (typeof value === 'boolean') told.set(name, value)
    }
    const having = (granted: boolean): readonly string[] => SIGNALS.filter((name) => told.get(name) === granted)
    return read(having(true), having(false))
  },
}

/** Functionality, personalisation and security storage need no consent in Google's own reading. */
const SIGNALS = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']
