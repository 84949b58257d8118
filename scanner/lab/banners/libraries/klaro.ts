import type { BannerSite, BannerTruth } from '../model.ts'
import type { LabPage } from '../page-runtime.ts'
import { script } from '../page.ts'
import { acceptOnly, bannerSite, compliant, secondLayer } from '../site.ts'

/** Klaro (BSD-3-Clause), which asks for each service. */
export const klaroSites = (): readonly BannerSite[] => [
  site('klaro-optin', 'Both answers side by side, nothing before the choice.', 'en', {}, compliant('Klaro', 'klaro')),
  site('klaro-german', 'The same in German.', 'de', {}, compliant('Klaro', 'klaro')),
  site(
    'klaro-local',
    'Keeps the choice in local storage.',
    'fr',
    { storageMethod: 'localStorage' },
    compliant('Klaro', 'klaro'),
  ),
  site(
    'klaro-modal',
    'Opens on its services at once.',
    'nl',
    { mustConsent: true },
    { ...compliant('Klaro', 'klaro'), banner: true },
  ),
  site(
    'klaro-no-decline',
    'Refusing takes the settings, with every service off.',
    'es',
    { hideDeclineAll: true },
    secondLayer('Klaro', 'klaro'),
  ),
  site(
    'klaro-preticked',
    'Refusing takes the settings, with every service on.',
    'it',
    { hideDeclineAll: true, default: true },
    secondLayer('Klaro', 'klaro'),
  ),
  {
    ...site(
      'klaro-optout',
      'Services run until they are refused.',
      'de',
      { default: true },
      compliant('Klaro', 'klaro'),
    ),
    tags: { analytics: 'leaky', marketing: 'leaky' },
  },
  site(
    'klaro-notice',
    'One button, which agrees.',
    'en',
    { hideDeclineAll: true, hideLearnMore: true },
    acceptOnly('Klaro', 'klaro'),
  ),
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
    needs: 'klaro',
    head: '<script src="/banner.js"></script><script defer src="/npm/klaro/dist/klaro.js"></script>',
    files: { '/banner.js': script(setUp, language, options) },
    truth,
  })
}

/** Serialized into the page. */
function setUp(language: string, options: Readonly<Record<string, unknown>>): void {
  interface Manager {
    readonly confirmed: boolean
    readonly consents: Readonly<Record<string, boolean>>
    watch(watcher: { update(manager: Manager, name: string): void }): void
  }
  const page = window as unknown as { klaroConfig: unknown; klaro: { getManager(): Manager }; lab: LabPage }
  const allowed = ({ consents }: Manager) => ({
    functional: consents['chat'] === true,
    analytics: consents['visits'] === true,
    marketing: consents['pixel'] === true,
  })
  page.klaroConfig = {
    version: 1,
    lang: language,
    acceptAll: true,
    htmlTexts: false,
    services: [
      { name: 'chat', title: 'Chat', purposes: ['functional'] },
      { name: 'visits', title: 'Visits', purposes: ['analytics'] },
      { name: 'pixel', title: 'Pixel', purposes: ['marketing'] },
    ],
    ...options,
  }
  addEventListener('load', () => {
    const manager = page.klaro.getManager()
    page.lab.recalled(manager.confirmed ? allowed(manager) : null)
    manager.watch({
      update: (_manager, name) => {
        if (name === 'saveConsents') page.lab.decided(allowed(manager))
      },
    })
  })
}
