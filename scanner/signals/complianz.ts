import { pairs, readCategories, unreadable, type Signal } from './signal.ts'

/** Complianz keeps one cookie per category: `cmplz_statistics=deny`. */
export const complianz: Signal = {
  standard: 'complianz',
  title: 'Complianz',
  speaker: 'cmp',
  places: [{ in: 'cookies', name: /^cmplz_(functional|preferences|statistics|statistics-anonymous|marketing)$/ }],
  decode(raw) {
    const found = pairs(raw, /;/, '=').filter(([name, is]) => name.startsWith('cmplz_') && /^(allow|deny)$/.test(is))
    if (found.length === 0) return unreadable('no category that is allowed or denied')
    return readCategories(found.map(([name, is]) => [name.slice('cmplz_'.length), is === 'allow']))
  },
}
