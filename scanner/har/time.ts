/** A time as HAR files give it, in ms since the epoch: ISO 8601 with any fraction and zone, or a number. */
export function timeOf(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  // Some programs count in seconds.
  const ms =
    typeof value === 'string' ? Date.parse(value.replace(/(\.\d{3})\d+/, '$1')) : value > 1e11 ? value : value * 1000
  return ms >= 0 && ms <= LAST_MS ? ms : null
}

/** The end of the year 9999: later ones have no form in ISO 8601 that others read. */
const LAST_MS = 253_402_300_799_999
