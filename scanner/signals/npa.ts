import { read, unreadable, type Signal } from './signal.ts'

/** Google on a request: `npa=1` asks for ads that are not personalised, `npa=0` for any. */
export const npa: Signal = {
  standard: 'npa',
  title: 'Google non-personalised ads (npa)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'npa', host: /./ }],
  decode(raw) {
    if (raw === '0') return read(['ad_personalization'], [])
    return raw === '1' ? read([], ['ad_personalization']) : unreadable('neither 0 nor 1')
  },
}
