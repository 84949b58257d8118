import type { BannerSite, BannerTruth } from '../model.ts'
import type { LabPage } from '../page-runtime.ts'
import { script } from '../page.ts'
import { bannerSite, compliant, secondLayer } from '../site.ts'

const CMP = 'tarteaucitron'

/** tarteaucitron.js (MIT), which asks for each service. */
export const tarteaucitronSites = (): readonly BannerSite[] => [
  site('tarteaucitron-optin', 'Both answers side by side.', 'fr', {}, compliant(CMP, CMP)),
  site(
    'tarteaucitron-german',
    'The same in German, as a bar at the bottom.',
    'de',
    { orientation: 'bottom' },
    compliant(CMP, CMP),
  ),
  site('tarteaucitron-no-deny', 'Refusing takes the panel.', 'en', { DenyAllCta: false }, secondLayer(CMP, CMP)),
  {
    ...site('tarteaucitron-leaky', 'Statistics ignore a refusal.', 'it', {}, compliant(CMP, CMP)),
    tags: { analytics: 'defiant', marketing: 'gated' },
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
    needs: 'tarteaucitronjs',
    head: '<script src="/npm/tarteaucitronjs/tarteaucitron.js"></script><script src="/banner.js"></script>',
    files: { '/banner.js': script(setUp, language, options) },
    truth,
  })
}

/** Serialized into the page. */
function setUp(language: string, options: Readonly<Record<string, unknown>>): void {
  interface Tarteaucitron {
    readonly state: Readonly<Record<string, boolean | undefined>>
    readonly services: Record<string, unknown>
    job?: string[]
    init(options: unknown): void
  }
  const page = window as unknown as {
    tarteaucitron: Tarteaucitron
    tarteaucitronForceLanguage: string
    lab: LabPage
  }
  const services = { chat: 'support', visits: 'analytic', pixel: 'ads' } as const
  const names = Object.keys(services) as (keyof typeof services)[]
  const { tarteaucitron } = page
  const stored = (): string => document.cookie.split('; ').find((pair) => pair.startsWith('tarteaucitron=')) ?? ''
  const allowed = () => ({
    functional: stored().includes('!chat=true'),
    analytics: stored().includes('!visits=true'),
    marketing: stored().includes('!pixel=true'),
  })
  const isComplete = (): boolean => names.every((name) => new RegExp(`!${name}=(true|false)`).test(stored()))

  page.tarteaucitronForceLanguage = language
  tarteaucitron.init({
    privacyUrl: '/next',
    hashtag: '#tarteaucitron',
    cookieName: 'tarteaucitron',
    orientation: 'middle',
    showAlertSmall: false,
    cookieslist: false,
    adblocker: false,
    DenyAllCta: true,
    AcceptAllCta: true,
    highPrivacy: true,
    removeCredit: true,
    showIcon: false,
    ...options,
  })
  page.lab.recalled(isComplete() ? allowed() : null)
  // Each service is told by itself; the decision is complete with the last of them.
  let last = stored()
  const note = (): void => {
    if (stored() === last || !isComplete()) return
    last = stored()
    page.lab.decided(allowed())
  }
  for (const name of names) {
    tarteaucitron.services[name] = {
      key: name,
      type: services[name],
      name,
      needConsent: true,
      cookies: [],
      js: () => {},
      fallback: () => {},
    }
    ;(tarteaucitron.job ??= []).push(name)
    for (const event of ['allowed', 'disallowed']) document.addEventListener(`${name}_${event}`, () => setTimeout(note))
  }
}
