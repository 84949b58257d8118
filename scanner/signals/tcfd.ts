import { unreadable, type Reading, type Signal } from './signal.ts'

export interface TcfdReading extends Reading {
  readonly cmpId: number
  readonly policyVersion: number
  readonly gdprApplies: boolean
  readonly supportsTcf: boolean
  /** The tag did not wait for the CMP any longer. */
  readonly timedOut: boolean
}

/** Google on a request: how its tag met the TCF. `1`, two characters for the CMP, one for the policy, one for flags. */
export const tcfd: Signal<TcfdReading> = {
  standard: 'tcfd',
  title: 'Google TCF diagnostics (tcfd)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'tcfd', host: /./ }],
  decode(raw) {
    if (!/^1[\w-]{4}$/.test(raw)) return unreadable('not 1 and four characters')
    const [high = 0, low = 0, policyVersion = 0, flags = 0] = Array.from(raw.slice(1), (each) => ALPHABET.indexOf(each))
    const has = (bit: number): boolean => (flags & bit) !== 0
    return {
      ok: true,
      value: {
        says: 'unset',
        granted: [],
        denied: [],
        cmpId: high * 64 + low,
        policyVersion,
        gdprApplies: has(2),
        supportsTcf: has(4),
        timedOut: has(16),
      },
    }
  },
}

/** Google's own order, not that of base64. */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_'
