import type { BannerSite, BannerTruth } from '../model.ts'
import type { LabPage } from '../page-runtime.ts'
import { script } from '../page.ts'
import { bannerSite, compliant, told } from '../site.ts'
import { bannerWords, type BannerWords } from '../words.ts'

const KEPT = 'cookieconsent_status'

/** cookieconsent 3 (MIT), Osano's open-source one. */
export const osanoSites = (): readonly BannerSite[] => [
  site('osano-optin', 'Asks for agreement.', 'en', { type: 'opt-in' }, compliant('Osano', KEPT)),
  site('osano-spanish', 'The same in Spanish.', 'es', { type: 'opt-in' }, compliant('Osano', KEPT)),
  {
    ...site('osano-optout', 'Tags run until they are refused.', 'de', { type: 'opt-out' }, compliant('Osano', KEPT)),
    tags: { analytics: 'leaky', marketing: 'leaky' },
  },
  {
    ...site('osano-notice', 'Only tells; the tags do not wait for it.', 'fr', { type: 'info' }, told('Osano', KEPT)),
    tags: { analytics: 'always', marketing: 'always' },
  },
]

function site(
  id: string,
  about: string,
  language: string,
  options: Readonly<Record<string, unknown>>,
  truth: BannerTruth,
): BannerSite {
  return bannerSite({
    id,
    about,
    language,
    needs: 'cookieconsent',
    head: '<link rel="stylesheet" href="/npm/cookieconsent/build/cookieconsent.min.css">',
    body: '<script src="/npm/cookieconsent/build/cookieconsent.min.js"></script><script src="/banner.js"></script>',
    files: { '/banner.js': script(setUp, bannerWords(language), options) },
    truth,
  })
}

/** Serialized into the page. */
function setUp(words: BannerWords, options: Readonly<Record<string, unknown>>): void {
  const page = window as unknown as { cookieconsent: { initialise(config: unknown): void }; lab: LabPage }
  const all = (value: boolean) => ({ functional: value, analytics: value, marketing: value })
  // Of "info" banners the status is "dismiss", which is all the agreement they ask for.
  const isYes = (status: string): boolean => status === 'allow' || (status === 'dismiss' && options['type'] === 'info')
  if (!document.cookie.includes('cookieconsent_status=')) page.lab.recalled(null)
  page.cookieconsent.initialise({
    palette: { popup: { background: '#252e39' }, button: { background: '#14a7d0' } },
    content: {
      message: words.text,
      allow: words.accept,
      deny: words.reject,
      dismiss: words.understood,
      policy: words.title,
    },
    showLink: false,
    onInitialise: (status: string) => page.lab.recalled(all(isYes(status))),
    onStatusChange: (status: string) => page.lab.decided(all(isYes(status))),
    ...options,
  })
}
