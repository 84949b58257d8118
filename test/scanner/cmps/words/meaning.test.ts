import { describe, expect, test } from 'vitest'
import {
  asksForMoney,
  categoryNamed,
  consentStems,
  isAgeGate,
  isClosing,
  leadsToVendors,
  offersWayBack,
  offersWithdrawal,
  promisesMore,
  readLabel,
  speaksOfCookies,
  speaksOfPrivacy,
} from '../../../../scanner/cmps/words/meaning.ts'

/** Labels as banners carry them: accept, reject, settings. */
const BANNERS: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  [
    'en',
    ['Accept all cookies', 'I agree', 'Allow all', 'Accept & close'],
    [
      'Reject all',
      'Decline',
      'Only necessary',
      'Continue without accepting',
      'Use necessary cookies only',
      'I don’t accept',
    ],
    ['Manage preferences', 'Cookie settings', 'Customise', 'Consent options'],
  ],
  [
    'de',
    ['Alle akzeptieren', 'Zustimmen und weiter', 'Alles erlauben'],
    [
      'Alle ablehnen',
      'Nur notwendige Cookies akzeptieren',
      'Ohne Einwilligung fortfahren',
      'Verweigern',
      'Weiter ohne Einwilligung',
    ],
    ['Einstellungen', 'Individuelle Einstellungen', 'Cookies anpassen'],
  ],
  [
    'fr',
    ['Tout accepter', "J'accepte", 'Accepter et fermer'],
    ['Tout refuser', 'Continuer sans accepter', 'Uniquement les nécessaires'],
    ['Personnaliser', 'Paramétrer les cookies'],
  ],
  [
    'es',
    ['Aceptar todo', 'Aceptar todas las cookies'],
    ['Rechazar todas', 'Solo necesarias', 'Continuar sin aceptar', 'Denegar'],
    ['Configurar', 'Preferencias'],
  ],
  [
    'it',
    ['Accetta tutti', 'Accetta tutto'],
    ['Rifiuta tutti', 'Solo necessari', 'Continua senza accettare'],
    ['Personalizza', 'Gestisci preferenze'],
  ],
  [
    'nl',
    ['Alles accepteren', 'Akkoord'],
    ['Alles weigeren', 'Afwijzen', 'Alleen noodzakelijke cookies'],
    ['Instellingen', 'Aanpassen'],
  ],
  [
    'pl',
    ['Zaakceptuj wszystkie', 'Zgadzam się'],
    ['Odrzuć wszystkie', 'Tylko niezbędne', 'Nie zgadzam się'],
    ['Ustawienia', 'Dostosuj'],
  ],
  [
    'pt',
    ['Aceitar todos', 'Aceitar tudo'],
    ['Rejeitar todos', 'Recusar todos', 'Apenas essenciais'],
    ['Preferências', 'Personalizar'],
  ],
  [
    'sv',
    ['Godkänn alla', 'Acceptera alla kakor'],
    ['Avvisa alla', 'Neka alla', 'Endast nödvändiga'],
    ['Inställningar', 'Anpassa'],
  ],
  ['da', ['Accepter alle', 'Tillad alle'], ['Afvis alle', 'Kun nødvendige cookies'], ['Indstillinger', 'Tilpas']],
  [
    'no',
    ['Godta alle', 'Aksepter alle'],
    ['Avvis alle', 'Bare nødvendige', 'Kun nødvendige'],
    ['Innstillinger', 'Tilpass'],
  ],
  [
    'fi',
    ['Hyväksy kaikki evästeet'],
    ['Hylkää kaikki', 'Kiellä', 'Vain välttämättömät', 'Hyväksy vain välttämättömät'],
    ['Asetukset', 'Muokkaa'],
  ],
  [
    'cs',
    ['Přijmout vše', 'Souhlasím'],
    ['Odmítnout vše', 'Pouze nezbytné', 'Nesouhlasím'],
    ['Nastavení', 'Upravit nastavení'],
  ],
  ['sk', ['Prijať všetko', 'Súhlasím'], ['Odmietnuť všetko', 'Len nevyhnutné'], ['Nastavenia', 'Prispôsobiť']],
  [
    'hu',
    ['Elfogadom', 'Összes elfogadása'],
    ['Elutasítom', 'Csak a szükséges', 'Összes elutasítása'],
    ['Beállítások', 'Testreszabás'],
  ],
  ['ro', ['Accept toate', 'Sunt de acord'], ['Refuz', 'Respinge tot', 'Doar necesare'], ['Setări', 'Personalizează']],
  ['hr', ['Prihvati sve', 'Slažem se'], ['Odbij sve', 'Samo nužne', 'Ne prihvaćam'], ['Postavke', 'Prilagodi']],
  ['sl', ['Sprejmi vse', 'Strinjam se'], ['Zavrni vse', 'Samo nujne'], ['Nastavitve', 'Prilagodi']],
  [
    'bg',
    ['Приемам всички', 'Съгласен съм'],
    ['Отхвърлям', 'Само необходими', 'Отказвам всички'],
    ['Настройки', 'Персонализиране'],
  ],
  [
    'el',
    ['Αποδοχή όλων', 'ΑΠΟΔΟΧΗ ΟΛΩΝ'],
    ['Απόρριψη όλων', 'ΑΠΟΡΡΙΨΗ', 'Μόνο απαραίτητα'],
    ['Ρυθμίσεις', 'Προτιμήσεις'],
  ],
  [
    'tr',
    ['Tümünü kabul et', 'KABUL ET'],
    ['Tümünü reddet', 'Reddet', 'Kabul etmeden devam et'],
    ['Ayarlar', 'Çerez Ayarları'],
  ],
  ['et', ['Nõustun kõigiga', 'Luba kõik'], ['Keeldu', 'Ainult vajalikud', 'Keeldun kõigist'], ['Seaded', 'Kohanda']],
  [
    'lv',
    ['Piekrītu visam', 'Pieņemt visas'],
    ['Noraidīt', 'Tikai nepieciešamās', 'Noraidīt visas'],
    ['Iestatījumi', 'Pielāgot'],
  ],
  ['lt', ['Sutinku', 'Sutinku su visais'], ['Atmesti', 'Tik būtini', 'Atmesti visus'], ['Nustatymai', 'Tvarkyti']],
]

describe.each(BANNERS)('%s', (_, accept, reject, settings) => {
  test.each(accept)('"%s" accepts', (label) => expect(readLabel(label).meaning).toBe('accept'))
  test.each(reject)('"%s" rejects', (label) => expect(readLabel(label).meaning).toBe('reject'))
  test.each(settings)('"%s" opens settings', (label) => expect(readLabel(label).meaning).toBe('settings'))
})

test.each([
  'Accept offer',
  'Accept invitation',
  'Accept the terms of sale',
  'Yes, I am over 18',
  'No thanks, I pay full price',
  'Agree and subscribe',
  "Refuser et s'abonner",
  'Ablehnen und abonnieren',
  'Accept or reject',
  'Akzeptieren oder ablehnen',
  'Cookie policy',
  'Privacy policy',
  'Datenschutzerklärung',
  'Necessary',
  'Marketing',
  'Show vendors',
  'Buy now',
  'Do not sell or share my personal information',
  'Continue to checkout',
  'Sign in',
  'Subscribe',
  'Accept all except marketing',
  '',
  ' ',
  '×',
  '???',
  '1',
  'a'.repeat(500),
])('"%s" says nothing to us', (label) => {
  expect(readLabel(label)).toEqual({ meaning: 'other', all: false })
})

test.each([
  ['Save choices', 'save'],
  ['Confirm my choices', 'save'],
  ['Auswahl speichern', 'save'],
  ['Allow selection', 'save'],
  ['Save and accept', 'save'],
  ['Save and accept all', 'accept'],
  ['Alle bestätigen', 'accept'],
  ['Accept recommended settings', 'accept'],
  ['OK', 'acknowledge'],
  ['Got it', 'acknowledge'],
  ['Close', 'acknowledge'],
  ['Verstanden', 'acknowledge'],
  ['Accept essential cookies', 'reject'],
  ['Accept non-essential cookies', 'accept'],
  ['Reject non-essential cookies', 'reject'],
  ['No, let me choose', 'settings'],
  ['Alle Einstellungen ablehnen', 'reject'],
  ['Alle Einstellungen akzeptieren', 'accept'],
  ['Manage or reject', 'settings'],
  ['Only technically required cookies', 'reject'],
  ['Decline all apps', 'reject'],
  ['Fogadj el mindent', 'accept'],
] as const)('"%s" means %s', (label, meaning) => {
  expect(readLabel(label).meaning).toBe(meaning)
})

test('tells whether a label is for everything', () => {
  expect(['Reject all', 'Alle ablehnen', 'Reject'].map((label) => readLabel(label).all)).toEqual([true, true, false])
})

test('knows what asks for money, closes, or promises more', () => {
  expect(['Subscribe for 3.99', 'Jetzt abonnieren', 'Accept'].map(asksForMoney)).toEqual([true, true, false])
  expect(['Close', 'Schließen', 'OK'].map(isClosing)).toEqual([true, true, false])
  expect(['Learn more', 'Mehr erfahren', 'Learn more about lamps'].map(promisesMore)).toEqual([true, true, false])
})

test('knows a consent notice by its words, and an age gate', () => {
  expect(speaksOfCookies('Wir verwenden Cookies.') && speaksOfPrivacy('auf dieser Webseite')).toBe(true)
  expect(speaksOfCookies('Vi bruker informasjonskapsler') && speaksOfCookies('Käytämme evästeitä')).toBe(true)
  expect(speaksOfCookies('Our lamps are bright')).toBe(false)
  expect(isAgeGate('Are you over 18?')).toBe(true)
  expect(isAgeGate('If you are under 16 you must ask your parents')).toBe(false)
})

describe('the category a switch is for', () => {
  test.each([
    ['Analytics', 'analytics'],
    ['Statistik-Cookies', 'analytics'],
    ['Mesure d’audience', 'analytics'],
    ['Pubblicità', 'marketing'],
    ['Szociális média és hirdetések', 'marketing'],
    ['Diffusion de publicités personnalisées', 'marketing'],
    ['Functional cookies', 'functional'],
    ['Voorkeuren', 'functional'],
    ['Strictly necessary', 'necessary'],
    ['Απολύτως απαραίτητα', 'necessary'],
    ['Chat', null],
  ])('%s: %s', (label, category) => expect(categoryNamed(label)).toBe(category))
})

test('knows what leads back to the choice, and what takes it back', () => {
  const ways = [
    'Cookie settings',
    'Cookie-Einstellungen',
    'Einwilligung widerrufen',
    'Gérer mes cookies',
    'Privacy choices',
  ]
  expect(ways.filter((label) => !offersWayBack(label))).toEqual([])
  const others = ['Privacy policy', 'Cookies', 'Settings', 'Withdraw money', 'Contact', 'Accept cookies']
  expect(others.filter(offersWayBack)).toEqual([])
  expect(['Withdraw consent', 'Toestemming intrekken', 'Cookie settings'].map(offersWithdrawal)).toEqual([
    true,
    true,
    false,
  ])
})

test('knows the parts of settings in which vendors ask for more', () => {
  expect(['Legitimate interest', 'Berechtigte Interessen', 'Our partners', 'Purposes'].map(leadsToVendors)).toEqual([
    true,
    true,
    true,
    false,
  ])
})

test('has a quick pattern that misses no word for cookies', () => {
  const stems = new RegExp(consentStems, 'u')
  expect(
    ['cookies', 'evasteita', 'slapukai', 'бисквитки', 'your privacy', 'din personlige informasjon'].filter(
      (text) => !stems.test(text),
    ),
  ).toEqual([])
  expect(stems.test('we sell lamps and rent boats')).toBe(false)
})
