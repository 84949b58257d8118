import { read, unreadable, type Signal } from './signal.ts'

/** The open-source cookieconsent of Osano: one word for everything. "Dismiss" answers a notice that asks nothing. */
export const cookieconsentOsano: Signal = {
  standard: 'cookieconsent-osano',
  title: 'Cookie Consent by Osano',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^cookieconsent_status$/ }],
  decode(raw) {
    if (raw === 'allow') return read(['all'], [])
    if (raw === 'deny') return read([], ['all'])
    return raw === 'dismiss' ? read([], []) : unreadable('none of allow, deny, dismiss')
  },
}
