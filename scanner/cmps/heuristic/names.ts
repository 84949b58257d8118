/** Who made a banner, by what its elements are called; `unknown` for home-made ones. From public documentation and rules. */
export function cmpCalled(name: string): string {
  return KNOWN.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/onetrust|optanon|\bot-sdk/i, 'OneTrust'],
  [/cybotcookiebot|cookiebot/i, 'Cookiebot'],
  [/\bcky-/i, 'CookieYes'],
  [/cookie-law-info|\bcli-/i, 'Cookie Law Info'],
  [/usercentrics|\buc-(banner|layer|cmp)/i, 'Usercentrics'],
  [/didomi/i, 'Didomi'],
  [/iubenda/i, 'iubenda'],
  [/cmplz/i, 'Complianz'],
  [/truste|trustarc/i, 'TrustArc'],
  [/sp_message|sp_choice/i, 'Sourcepoint'],
  [/qc-cmp/i, 'InMobi'],
  [/cmpbox|ncmp__/i, 'consentmanager'],
  [/osano-cm/i, 'Osano'],
  [/klaro/i, 'Klaro'],
  [/orejime/i, 'Orejime'],
  [/brlbs|borlabs/i, 'Borlabs Cookie'],
  [/cookiefirst/i, 'CookieFirst'],
  [/\bch2-/i, 'CookieHub'],
  [/cookiescript/i, 'Cookie-Script'],
  [/cookie-information|\bcoi-/i, 'Cookie Information'],
  [/axeptio/i, 'Axeptio'],
  [/tarteaucitron/i, 'tarteaucitron'],
  [/termly|t-consent/i, 'Termly'],
  [/\bccc-/i, 'Civic Cookie Control'],
  [/\bcm__|\bcc-main\b|\bcc--main\b|\bpm__/i, 'vanilla-cookieconsent'],
  [/\bcc-(window|banner|floating)\b/i, 'Cookie Consent (Osano)'],
  [/shopify-pc/i, 'Shopify'],
  [/hs-eu-cookie/i, 'HubSpot'],
  [/\bfc-(consent|dialog)/i, 'Google'],
  [/gdpr_(cookie|flapjack)_banner/i, 'Kartra'],
]
