import { jsonObject, read, unreadable, type Signal } from './signal.ts'

/** Consent calls that wait for Pinterest's tag to load: `pintrk('setconsent', true)`. */
export const pinterestConsent: Signal = {
  standard: 'pinterest-consent',
  title: 'Pinterest Tag consent calls',
  speaker: 'vendor',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const calls = Array.from(window.pintrk?.queue ?? [], (call) => Array.from(call)).filter(([name]) => name === 'setconsent')
        return calls.length === 0 ? null : JSON.stringify({ consent: String(calls.at(-1)[1]) })
      })()`,
    },
  ],
  decode(raw) {
    const last = jsonObject(raw)?.['consent']
    if (last === 'true') return read(['tracking'], [])
    return last === 'false' ? read([], ['tracking']) : unreadable('neither true nor false')
  },
}
