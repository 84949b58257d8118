import { pairs, readCategories, unreadable, type Signal } from './signal.ts'

/** The consent API shared by WordPress plugins: one cookie per category, `wp_consent_marketing=deny`. */
export const wpConsentApi: Signal = {
  standard: 'wp-consent-api',
  title: 'WordPress Consent API',
  speaker: 'cmp',
  places: [{ in: 'cookies', name: /^wp_consent_(functional|preferences|statistics|statistics-anonymous|marketing)$/ }],
  decode(raw) {
    const found = pairs(raw, /;/, '=').filter(
      ([name, is]) => name.startsWith('wp_consent_') && /^(allow|deny)$/.test(is),
    )
    if (found.length === 0) return unreadable('no category that is allowed or denied')
    return readCategories(found.map(([name, is]) => [name.slice('wp_consent_'.length), is === 'allow']))
  },
}
