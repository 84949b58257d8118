import { jsonInBase64, pairs, readCategories, unreadable, type Signal } from './signal.ts'

/** GDPR Cookie Consent for WordPress, before it became CookieYes: a cookie per category, or one for all in base64. */
export const cookieLawInfo: Signal = {
  standard: 'cookie-law-info',
  title: 'Cookie Law Info',
  speaker: 'cmp',
  places: [{ in: 'cookies', name: /^(cookielawinfo-checkbox-[\w-]+|CookieLawInfoConsent|viewed_cookie_policy)$/ }],
  decode(raw) {
    const stored = new Map(pairs(raw, /;/, '='))
    const each = [...stored].filter(([name, is]) => name.startsWith(CHECKBOX) && /^(yes|no)$/.test(is))
    const all = Object.entries(jsonInBase64(stored.get('CookieLawInfoConsent') ?? '') ?? {})
    // Boxes are stored as they stand as soon as the page is loaded.
    if (!stored.has('viewed_cookie_policy')) return each.length > 0 ? readCategories([]) : unreadable('no answer')
    if (each.length > 0)
      return readCategories(each.map(([name, is]) => [asked(name.slice(CHECKBOX.length)), is === 'yes']))
    if (all.length === 0) return unreadable('no categories')
    return readCategories(all.flatMap(([name, is]) => (typeof is === 'boolean' ? [[asked(name), is]] : [])))
  },
}

const CHECKBOX = 'cookielawinfo-checkbox-'
/** "Non-necessary" is what it asks for, whatever the word has in it. */
const asked = (name: string): string => (name === 'non-necessary' ? 'optional' : name)
