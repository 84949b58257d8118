import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Shopify says yes or no, and nothing before a choice was made. */
export const shopify: Signal = {
  standard: 'shopify',
  title: 'Shopify Customer Privacy',
  speaker: 'cmp',
  places: [
    {
      in: 'page',
      expression: `(() => {
        const consent = window.Shopify?.customerPrivacy?.currentVisitorConsent?.()
        return consent ? JSON.stringify(consent) : null
      })()`,
    },
  ],
  decode(raw) {
    const consent = jsonObject(raw)
    if (!consent) return unreadable('no JSON object')
    const asked = ['analytics', 'marketing'].filter((name) => consent[name] === 'yes' || consent[name] === 'no')
    return readCategories(asked.map((name) => [name, consent[name] === 'yes']))
  },
}
