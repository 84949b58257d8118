import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** CookieFirst keeps yes or no per category. */
export const cookiefirst: Signal = {
  standard: 'cookiefirst',
  title: 'CookieFirst',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^cookiefirst-consent$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored) return unreadable('no JSON object')
    const found = ['performance', 'advertising'].filter((name) => typeof stored[name] === 'boolean')
    return found.length === 0
      ? unreadable('no categories')
      : readCategories(found.map((name) => [name, stored[name] === true]))
  },
}
