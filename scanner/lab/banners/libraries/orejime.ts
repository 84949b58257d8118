import type { BannerSite, BannerTruth } from '../model.ts'
import { script } from '../page.ts'
import { bannerSite, compliant } from '../site.ts'
import type { Recall } from '../runtime-model.ts'
import { runWatch } from '../watch-runtime.ts'

/** Orejime 3 (BSD-3-Clause), a relative of Klaro. */
export const orejimeSites = (): readonly BannerSite[] => [
  site('orejime-optin', 'Both answers side by side.', 'fr', {}, compliant('Orejime', KEPT)),
  site('orejime-finnish', 'The same in Finnish.', 'fi', {}, compliant('Orejime', KEPT)),
  site('orejime-modal', 'Opens on its purposes at once.', 'hu', { forceModal: true }, compliant('Orejime', KEPT)),
  {
    ...site('orejime-leaky', 'Advertising ignores the choice.', 'nb', {}, compliant('Orejime', KEPT)),
    tags: { analytics: 'gated', marketing: 'always' },
  },
]

/** Its documentation says `orejime`, its code this. */
const KEPT = 'eu-consent'

const WATCHED: Recall = {
  area: 'cookie',
  name: KEPT,
  yes: { functional: '"chat":true', analytics: '"visits":true', marketing: '"pixel":true' },
  onlyIf: null,
}

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
    needs: 'orejime',
    head: '<link rel="stylesheet" href="/npm/orejime/dist/orejime-standard.css">',
    body: `<script src="/setup.js"></script><script src="/npm/orejime/dist/orejime-standard-${language}.js"></script><script src="/watch.js"></script>`,
    files: { '/setup.js': script(setUp, options), '/watch.js': script(runWatch, WATCHED) },
    truth,
  })
}

/** Serialized into the page. */
function setUp(options: Readonly<Record<string, unknown>>): void {
  const purpose = (id: string, title: string) => ({ id, title, cookies: [] })
  Object.assign(window, {
    orejimeConfig: {
      privacyPolicyUrl: '/next',
      purposes: [purpose('chat', 'Chat'), purpose('visits', 'Visits'), purpose('pixel', 'Pixel')],
      ...options,
    },
  })
}
