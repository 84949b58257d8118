import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** orestbida/cookieconsent (vanilla-cookieconsent) lists the accepted categories; "necessary" alone is a refusal. */
export const cookieconsentOrestbida: Signal = {
  standard: 'cookieconsent-orestbida',
  title: 'CookieConsent by Orest Bida',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^cc_cookie$/ },
    { in: 'local', name: /^cc_cookie$/ },
  ],
  decode(raw) {
    const stored = jsonObject(raw)
    const accepted = stored?.['categories'] ?? stored?.['level']
    if (!Array.isArray(accepted)) return unreadable('no categories')
    const named = accepted.filter((name) => typeof name === 'string').map((name) => [name, true] as const)
    const reading = readCategories(named)
    return reading.ok && reading.value.says === 'unset' ? readCategories([['all optional', false]]) : reading
  },
}
