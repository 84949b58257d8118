import { read, unreadable, type Reading, type Signal } from './signal.ts'

export interface TcfReading extends Reading {
  readonly cmpId: number
  readonly policyVersion: number
  /** Purposes claimed under legitimate interest. */
  readonly legitimateInterest: readonly number[]
}

/** IAB TCF string, version 2: the purposes of its core segment. Vendors and the other segments are not read here. */
export const tcf: Signal<TcfReading> = {
  standard: 'tcf',
  title: 'IAB TCF string',
  speaker: 'standard',
  places: [
    {
      in: 'page',
      expression: `new Promise((resolve) => {
        if (typeof window.__tcfapi !== 'function') return resolve(null)
        window.__tcfapi('getTCData', 2, (data, ok) => resolve(ok && data?.tcString ? String(data.tcString) : null))
        setTimeout(resolve, 300, null)
      })`,
    },
    { in: 'cookie', name: /^(euconsent-v2|eupubconsent-v2)$/ },
    { in: 'query', parameter: 'gdpr_consent', host: /./ },
  ],
  decode(raw) {
    const bits = bitsOf(raw.split('.')[0] ?? '')
    if (bits === null) return unreadable('not base64url')
    if (bits.length < LEGITIMATE_INTEREST + PURPOSES) return unreadable('shorter than its purposes')
    if (number(bits, 0, 6) !== 2) return unreadable(`version ${number(bits, 0, 6)}, not 2`)
    const having = (at: number, bit: string): readonly number[] =>
      DEFINED_PURPOSES.filter((purpose) => bits[at + purpose - 1] === bit)
    const named = (purposes: readonly number[]): readonly string[] => purposes.map((purpose) => `purpose ${purpose}`)
    const reading = read(named(having(CONSENTS, '1')), named(having(CONSENTS, '0')))
    if (!reading.ok) return reading
    const cmpId = number(bits, 78, 12)
    const policyVersion = number(bits, 132, 6)
    return {
      ok: true,
      value: { ...reading.value, cmpId, policyVersion, legitimateInterest: having(LEGITIMATE_INTEREST, '1') },
    }
  },
}

const CONSENTS = 152
const LEGITIMATE_INTEREST = 176
const PURPOSES = 24
const DEFINED_PURPOSES = Array.from({ length: 11 }, (_, index) => index + 1)
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function bitsOf(segment: string): string | null {
  if (!/^[\w-]+$/.test(segment)) return null
  return Array.from(segment, (character) => ALPHABET.indexOf(character).toString(2).padStart(6, '0')).join('')
}

const number = (bits: string, from: number, length: number): number =>
  Number.parseInt(bits.slice(from, from + length), 2)
