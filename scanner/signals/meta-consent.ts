import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** Consent calls that wait for Meta's pixel to load: `fbq('consent', 'revoke')` holds events back until `grant`. */
export const metaConsent: Signal = {
  standard: 'meta-consent',
  title: 'Meta Pixel consent calls',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const calls = Array.from(window.fbq?.queue ?? [], (call) => Array.from(call)).filter(([name]) => name === 'consent')
        return calls.length === 0 ? null : JSON.stringify({ consent: String(calls.at(-1)[1]) })
      })()`,
    },
  ],
  decode(raw) {
    const last = jsonObject(raw)?.['consent']
    if (last === 'grant') return read(['tracking'], [])
    return last === 'revoke' ? read([], ['tracking']) : unreadable('neither grant nor revoke')
  },
}
