import { pairs, read, unreadable, type Signal } from './signal.ts'

/** Matomo remembers when consent was given, or taken back, as the time in milliseconds. */
export const matomo: Signal = {
  standard: 'matomo',
  title: 'Matomo consent',
  speaker: 'vendor',
  places: [{ in: 'cookies', name: /^mtm_(consent|cookie_consent|consent_removed)$/ }],
  decode(raw) {
    const times = new Map(pairs(raw, /;/, '=').filter(([, time]) => /^\d{9,16}$/.test(time)))
    if (times.size === 0) return unreadable('no time')
    const time = (name: string): number => Number(times.get(name) ?? 0)
    const given = Math.max(time('mtm_consent'), time('mtm_cookie_consent'))
    return given > time('mtm_consent_removed') ? read(['analytics'], []) : read([], ['analytics'])
  },
}
