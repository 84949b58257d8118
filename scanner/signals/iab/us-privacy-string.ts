import { read, unreadable, type Decoded, type Reading } from '../signal.ts'

/** `1YNN`: version, notice given, opted out of sale, covered by the LSPA. */
export function decodeUsPrivacy(raw: string): Decoded<Reading> {
  const [, , optedOut] = /^1([YN-])([YN-])[YN-]$/i.exec(raw) ?? []
  if (optedOut === undefined) return unreadable('not 1 and three of Y, N, -')
  if (optedOut === '-') return read([], [])
  return optedOut.toUpperCase() === 'Y' ? read([], ['sale']) : read(['sale'], [])
}
