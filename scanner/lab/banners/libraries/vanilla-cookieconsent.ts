import type { BannerSite, BannerTruth } from '../model.ts'
import type { LabPage } from '../page-runtime.ts'
import { script } from '../page.ts'
import { acceptOnly, bannerSite, compliant, secondLayer } from '../site.ts'
import { bannerWords, type BannerWords } from '../words.ts'

const PACKAGE = 'vanilla-cookieconsent'
const CMP = 'CookieConsent'

/** vanilla-cookieconsent 3 (MIT). */
export const vanillaSites = (): readonly BannerSite[] => [
  site('vanilla-optin', 'Both answers side by side.', 'en', {}, compliant(CMP, 'cc_cookie')),
  site('vanilla-polish', 'The same in Polish.', 'pl', {}, compliant(CMP, 'cc_cookie')),
  site('vanilla-swedish', 'The same in Swedish.', 'sv', {}, compliant(CMP, 'cc_cookie')),
  site(
    'vanilla-hides-from-bots',
    'Shows nothing to a browser that looks automated.',
    'en',
    {},
    compliant(CMP, 'cc_cookie'),
  ),
  site(
    'vanilla-local',
    'Keeps the choice in local storage.',
    'pt',
    { cookie: { useLocalStorage: true } },
    compliant(CMP, 'cc_cookie'),
  ),
  site(
    'vanilla-wall',
    'Holds the page until there is an answer.',
    'it',
    { disablePageInteraction: true },
    compliant(CMP, 'cc_cookie'),
  ),
  site('vanilla-second-layer', 'Refusing takes the preferences.', 'fr', {}, secondLayer(CMP, 'cc_cookie'), [
    'accept',
    'settings',
  ]),
  site('vanilla-notice', 'One button, which agrees.', 'de', {}, acceptOnly(CMP, 'cc_cookie'), ['accept']),
  {
    ...site(
      'vanilla-optout',
      'Tags run until they are refused.',
      'es',
      { mode: 'opt-out' },
      compliant(CMP, 'cc_cookie'),
    ),
    tags: { analytics: 'leaky', marketing: 'leaky' },
  },
  {
    ...site(
      'vanilla-leaky',
      'Advertising runs before the choice, and after a refusal.',
      'nl',
      {},
      compliant(CMP, 'cc_cookie'),
    ),
    tags: { analytics: 'gated', marketing: 'always' },
  },
  {
    ...site('vanilla-consent-mode', 'Speaks Consent Mode.', 'en', {}, compliant(CMP, 'cc_cookie')),
    consentMode: true,
  },
]

type Button = 'accept' | 'reject' | 'settings'

function site(
  id: string,
  about: string,
  language: string,
  options: Readonly<Record<string, unknown>>,
  truth: BannerTruth,
  buttons: readonly Button[] = ['accept', 'reject', 'settings'],
): BannerSite {
  return bannerSite({
    id,
    about,
    language,
    needs: PACKAGE,
    head: `<link rel="stylesheet" href="/npm/${PACKAGE}/dist/cookieconsent.css">`,
    body: `<script src="/npm/${PACKAGE}/dist/cookieconsent.umd.js"></script><script src="/banner.js"></script>`,
    files: { '/banner.js': script(setUp, bannerWords(language), options, buttons) },
    truth,
  })
}

/** Serialized into the page. */
function setUp(words: BannerWords, options: Readonly<Record<string, unknown>>, buttons: readonly Button[]): void {
  interface Consent {
    readonly cookie: { readonly categories: readonly string[] }
  }
  const page = window as unknown as {
    CookieConsent: { run(config: unknown): Promise<void>; validConsent(): boolean }
    lab: LabPage
  }
  const allowed = ({ cookie: { categories } }: Consent) => ({
    functional: categories.includes('functional'),
    analytics: categories.includes('analytics'),
    marketing: categories.includes('marketing'),
  })
  const button = (name: Button): string => (buttons.includes(name) ? words[name] : '')
  void page.CookieConsent.run({
    categories: { necessary: { enabled: true, readOnly: true }, functional: {}, analytics: {}, marketing: {} },
    onFirstConsent: (consent: Consent) => page.lab.decided(allowed(consent)),
    onConsent: (consent: Consent) => page.lab.recalled(allowed(consent)),
    onChange: (consent: Consent) => page.lab.decided(allowed(consent)),
    language: {
      default: 'page',
      translations: {
        page: {
          consentModal: {
            title: words.title,
            description: words.text,
            acceptAllBtn: button('accept'),
            acceptNecessaryBtn: button('reject'),
            showPreferencesBtn: button('settings'),
          },
          preferencesModal: {
            title: words.settings,
            acceptAllBtn: words.accept,
            acceptNecessaryBtn: words.reject,
            savePreferencesBtn: words.save,
            sections: [
              { title: words.necessary, linkedCategory: 'necessary' },
              { title: words.functional, linkedCategory: 'functional' },
              { title: words.analytics, linkedCategory: 'analytics' },
              { title: words.marketing, linkedCategory: 'marketing' },
            ],
          },
        },
      },
    },
    ...options,
  })
  if (!page.CookieConsent.validConsent()) page.lab.recalled(null)
}
