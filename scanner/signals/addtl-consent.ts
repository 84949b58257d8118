import { read, unreadable, type Reading, type Signal } from './signal.ts'

export interface AddtlConsentReading extends Reading {
  /** Ids of Google's ad technology providers that were consented to, and those the visitor was only shown. */
  readonly providers: readonly number[]
  readonly disclosed: readonly number[]
}

/** Google's Additional Consent: providers outside of the TCF, as `2~consented~dv.disclosed`, or `1~consented` before. */
export const addtlConsent: Signal<AddtlConsentReading> = {
  standard: 'addtl-consent',
  title: 'Google Additional Consent',
  speaker: 'standard',
  places: [
    { in: 'cookie', name: /^addtl_consent$/ },
    { in: 'local', name: /^addtl_consent$/ },
    { in: 'query', parameter: 'addtl_consent', host: /./ },
  ],
  decode(raw) {
    const [, consented, shown = ''] = /^(?:1~([\d.]*)|2~[\d.]*~dv\.[\d.]*)$/.test(raw)
      ? (/^[12]~([\d.]*)(?:~dv\.([\d.]*))?$/.exec(raw) ?? [])
      : []
    if (consented === undefined) return unreadable('neither 1~ids nor 2~ids~dv.ids')
    const [providers, disclosed] = [idsIn(consented), idsIn(shown)]
    const reading = read(named(providers), named(disclosed.filter((id) => !providers.includes(id))))
    return reading.ok ? { ok: true, value: { ...reading.value, providers, disclosed } } : reading
  },
}

const idsIn = (list: string): readonly number[] => list.split('.').filter(Boolean).map(Number)
const named = (ids: readonly number[]): readonly string[] => ids.map((id) => `provider ${id}`)
