import { read, unreadable, type Reading, type Signal } from './signal.ts'

type Setting = 'unset' | 'denied' | 'granted'

export interface GcdReading extends Reading {
  readonly signals: Readonly<Record<string, GcdSignal>>
  readonly consentModeActive: boolean
}

interface GcdSignal {
  readonly implicit: Setting
  readonly declared: Setting
  readonly default: Setting
  readonly update: Setting
  /** Update before default before declaration before implicit. Nothing set behaves as granted, and is `unset` here. */
  readonly effective: Setting
}

/**
 * Google Consent Mode v2 on a request: `1`, then for each of four signals a separator and a letter, then flags. Read by
 * position: the separator says how a signal is delegated and is not always `1`.
 */
export const gcd: Signal<GcdReading> = {
  standard: 'gcd',
  title: 'Google Consent Mode v2 (gcd)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'gcd', host: /./ }],
  decode(raw) {
    if (!/^1[\w-]{9}(?:[\w-]{2})?$/.test(raw)) return unreadable('not 1 followed by four signals and flags')
    const signals = Object.fromEntries(SIGNALS.map((name, index) => [name, signalAt(raw, 1 + index * 2)] as const))
    const having = (setting: Setting): readonly string[] =>
      SIGNALS.filter((name) => signals[name]?.effective === setting)
    const reading = read(having('granted'), having('denied'))
    if (!reading.ok) return reading
    const flags = ALPHABET.indexOf(raw.charAt(9))
    return { ok: true, value: { ...reading.value, signals, consentModeActive: ((flags >> 2) & 1) === 1 } }
  },
}

const SIGNALS = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'] as const
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_'

function signalAt(raw: string, position: number): GcdSignal {
  const separator = ALPHABET.indexOf(raw.charAt(position))
  const letter = ALPHABET.indexOf(raw.charAt(position + 1))
  const implicit = settingOf(separator)
  const declared = settingOf(letter >> 4)
  const byDefault = settingOf(letter >> 2)
  const update = settingOf(letter)
  const effective = [update, byDefault, declared, implicit].find((setting) => setting !== 'unset') ?? 'unset'
  return { implicit, declared, default: byDefault, update, effective }
}

/** The lowest two bits: 1 unset, 2 denied, 3 granted. */
const settingOf = (bits: number): Setting => ((bits & 3) === 3 ? 'granted' : (bits & 3) === 2 ? 'denied' : 'unset')
