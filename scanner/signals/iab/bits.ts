/** The bits of a base64url segment, first bit first; `null` when it is none. */
export function bitsOf(segment: string): string | null {
  if (!/^[\w-]+$/.test(segment)) return null
  return Array.from(segment, (character) => ALPHABET.indexOf(character).toString(2).padStart(6, '0')).join('')
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** `NaN` beyond the end. */
export const numberAt = (bits: string, from: number, length: number): number =>
  bits.length < from + length ? Number.NaN : Number.parseInt(bits.slice(from, from + length), 2)
