import { unreadable, type Reading, type Signal } from './signal.ts'

export interface GdprAppliesReading extends Reading {
  readonly applies: boolean
}

/** The TCF on a request: `gdpr=1` where the GDPR applies, so that `gdpr_consent` has to be read. */
export const gdprApplies: Signal<GdprAppliesReading> = {
  standard: 'gdpr-applies',
  title: 'IAB TCF flag (gdpr)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'gdpr', host: /./ }],
  decode: (raw) =>
    /^[01]$/.test(raw)
      ? { ok: true, value: { says: 'unset', granted: [], denied: [], applies: raw === '1' } }
      : unreadable('neither 0 nor 1'),
}
