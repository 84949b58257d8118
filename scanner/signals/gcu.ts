import { unreadable, type Reading, type Signal } from './signal.ts'

export interface GcuReading extends Reading {
  /** The consent state has just changed on this page. */
  readonly updated: boolean
}

/** Google on a request: `gcu=1` where the consent state has just been updated. What it is now is in `gcs` and `gcd`. */
export const gcu: Signal<GcuReading> = {
  standard: 'gcu',
  title: 'Google consent update (gcu)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'gcu', host: /./ }],
  decode: (raw) =>
    /^[01]$/.test(raw)
      ? { ok: true, value: { says: 'unset', granted: [], denied: [], updated: raw === '1' } }
      : unreadable('neither 0 nor 1'),
}
