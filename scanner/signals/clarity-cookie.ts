import { read, unescaped, unreadable, type Signal } from './signal.ts'

/**
 * Clarity's id: id, version, end in days, consent and a date, between `|` or `^`. A one says that the site passed on a
 * consent; a zero that the site did not, which is no refusal, and stands beside an id all the same.
 */
export const clarityCookie: Signal = {
  standard: 'clarity-cookie',
  title: 'Microsoft Clarity cookie (_clck)',
  speaker: 'vendor',
  places: [{ in: 'cookie', name: /^_clck$/ }],
  decode(raw) {
    const [id, version, , consent] = unescaped(raw).split(/[|^]/)
    if (!id || !/^\d+$/.test(version ?? '')) return unreadable('not an id and a version')
    return read(consent === '1' ? ['analytics_Storage'] : [], [])
  },
}
