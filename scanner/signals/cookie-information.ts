import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Cookie Information lists approved and denied categories. */
export const cookieInformation: Signal = {
  standard: 'cookie-information',
  title: 'Cookie Information',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^CookieInformationConsent$/ }],
  decode(raw) {
    const stored = jsonObject(raw)
    if (!stored || !Array.isArray(stored['consents_approved'])) return unreadable('no approved consents')
    const named = (list: unknown, is: boolean): readonly (readonly [string, boolean])[] =>
      Array.isArray(list) ? list.filter((name) => typeof name === 'string').map((name) => [name, is] as const) : []
    return readCategories([
      ...named(stored['consents_approved'], true).map(([name, is]) => [name.replace('cookie_cat_', ''), is] as const),
      ...named(stored['consents_denied'], false).map(([name, is]) => [name.replace('cookie_cat_', ''), is] as const),
    ])
  },
}
