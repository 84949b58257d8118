/** A time as HAR files give it, in ms since the epoch: ISO 8601 with any fraction and zone, or a number. */
export function timeOf(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  // Some programs count in seconds.
  if (typeof value === 'number') return value > 1e11 ? value : value * 1000
  const ms = Date.parse(value.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(ms) ? null : ms
}
