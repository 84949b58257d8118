import { read, unreadable, type Signal } from './signal.ts'

/** Google Consent Mode on a request: `gcs=G1` and one digit each for ad and analytics storage, `-` when not set. */
export const gcs: Signal = {
  standard: 'gcs',
  title: 'Google Consent Mode (gcs)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'gcs', host: /./ }],
  decode(raw) {
    const [, ads, analytics] = /^G1([01-])([01-])$/.exec(raw) ?? []
    if (ads === undefined || analytics === undefined) return unreadable('not of the form G1xy')
    const storages = [
      ['ad_storage', ads],
      ['analytics_storage', analytics],
    ] as const
    const having = (digit: string): readonly string[] => storages.filter(([, is]) => is === digit).map(([name]) => name)
    return read(having('1'), having('0'))
  },
}
