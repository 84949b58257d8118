import { jsonObject, readCategories, unreadable, type Decoded, type Reading, type Signal } from './signal.ts'

/** Shopify says yes or no, and nothing before a choice was made. */
export const shopify: Signal = {
  standard: 'shopify',
  title: 'Shopify Customer Privacy',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^_tracking_consent$/ },
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
    if ('con' in consent) return inCookie(consent['con'])
    const asked = ['analytics', 'marketing'].filter((name) => consent[name] === 'yes' || consent[name] === 'no')
    return readCategories(asked.map((name) => [name, consent[name] === 'yes']))
  },
}

/** `{"CMP":{"a":"1","m":"0","p":"","s":""}}`: empty until somebody has chosen. */
function inCookie(stored: unknown): Decoded<Reading> {
  const cmp: unknown = (Object(stored) as Readonly<Record<string, unknown>>)['CMP']
  if (typeof cmp !== 'object' || cmp === null) return unreadable('no consents')
  const values = new Map(Object.entries(cmp))
  const asked = LETTERS.flatMap(([letter, name]): (readonly [string, boolean])[] => {
    const is: unknown = values.get(letter)
    return is === '1' || is === '0' ? [[name, is === '1']] : []
  })
  return readCategories(asked)
}

const LETTERS = [
  ['a', 'analytics'],
  ['m', 'marketing'],
] as const
