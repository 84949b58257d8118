/** A TC string as the specification of TCF 2.3 lays it out, bit by bit, for tests. */
export interface TcFields {
  readonly version?: number
  /** ISO date. */
  readonly created?: string
  readonly updated?: string
  readonly cmpId?: number
  readonly cmpVersion?: number
  readonly screen?: number
  readonly language?: string
  readonly vendorListVersion?: number
  readonly policyVersion?: number
  readonly specialFeatures?: readonly number[]
  readonly purposes?: readonly number[]
  readonly interests?: readonly number[]
  readonly purposeOneUndisclosed?: boolean
  readonly country?: string
  readonly vendors?: readonly number[]
  readonly vendorInterests?: readonly number[]
  /** Purpose, type (0 not allowed, 1 consent, 2 legitimate interest), first and last vendor. */
  readonly restrictions?: readonly (readonly [number, number, number, number])[]
  readonly disclosed?: readonly number[] | null
  readonly publisher?: readonly number[] | null
}

export const ALL_PURPOSES: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

export function tcString(fields: TcFields = {}): string {
  const { created = '2026-03-02', updated = created, language = 'EN', country = 'DE' } = fields
  const { vendors = [], vendorInterests = [], restrictions = [], disclosed = [], publisher = null } = fields
  const core = [
    int(fields.version ?? 2, 6),
    int(Date.parse(created) / 100, 36),
    int(Date.parse(updated) / 100, 36),
    int(fields.cmpId ?? 31, 12),
    int(fields.cmpVersion ?? 7, 12),
    int(fields.screen ?? 1, 6),
    letters(language),
    int(fields.vendorListVersion ?? 140, 12),
    int(fields.policyVersion ?? 5, 6),
    '1',
    '0',
    flags(fields.specialFeatures ?? [], 12),
    flags(fields.purposes ?? [], 24),
    flags(fields.interests ?? [], 24),
    fields.purposeOneUndisclosed ? '1' : '0',
    letters(country),
    vector(vendors),
    vector(vendorInterests),
    int(restrictions.length, 12),
    ...restrictions.map(
      ([purpose, type, first, last]) =>
        `${int(purpose, 6)}${int(type, 2)}${int(1, 12)}1${int(first, 16)}${int(last, 16)}`,
    ),
  ]
  const segments = [core.join('')]
  if (disclosed) segments.push(`${int(1, 3)}${vector(disclosed)}`)
  if (publisher) segments.push(`${int(3, 3)}${flags(publisher, 24)}${flags([], 24)}${int(0, 6)}`)
  return segments.map(base64url).join('.')
}

/** Of this many bits, `1` where an id is in the list. */
export const flags = (ids: readonly number[], length: number): string =>
  Array.from({ length }, (_, index) => (ids.includes(index + 1) ? '1' : '0')).join('')

export const int = (value: number, length: number): string => value.toString(2).padStart(length, '0')

export const base64url = (bits: string): string =>
  (bits.match(/.{1,6}/g) ?? []).map((six) => ALPHABET[Number.parseInt(six.padEnd(6, '0'), 2)]).join('')

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const letters = (two: string): string => Array.from(two, (each) => int(each.charCodeAt(0) - 65, 6)).join('')

function vector(ids: readonly number[]): string {
  const most = Math.max(0, ...ids)
  return `${int(most, 16)}0${flags(ids, most)}`
}
