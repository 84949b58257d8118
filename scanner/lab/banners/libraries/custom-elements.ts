import type { BannerSite, BannerTruth } from '../model.ts'
import { script } from '../page.ts'
import { bannerSite, compliant, secondLayer } from '../site.ts'
import type { Recall } from '../runtime-model.ts'
import { runWatch } from '../watch-runtime.ts'
import { bannerWords, type BannerWords } from '../words.ts'

/** Banners that live in a shadow root of their own: Porsche's, Beyonk's and GRRR's (all MIT). */
export const customElements = (): readonly BannerSite[] => [
  porsche('porsche-optin', 'Both answers side by side, in German.', 'de'),
  porsche('porsche-english', 'The same in English.', 'en'),
  beyonk('beyonk-optin', 'Both answers side by side.', 'en', true, compliant(null, 'boat_consent')),
  beyonk(
    'beyonk-no-reject',
    'Refusing takes every box off and the same button as before.',
    'en',
    false,
    secondLayer(null, 'boat_consent'),
  ),
  grrr('grrr-unticked', 'One button, and boxes that start empty.', 'nl', false),
  grrr('grrr-ticked', 'One button, and boxes that start ticked.', 'en', true),
]

function porsche(id: string, about: string, language: string): BannerSite {
  const words = bannerWords(language)
  const only = language === 'de' ? 'Nur technisch notwendige Cookies' : 'Only technically required cookies'
  return bannerSite({
    id,
    about,
    language,
    needs: '@porscheofficial/cookie-consent-banner',
    head: '<script type="module" src="/npm/@porscheofficial/cookie-consent-banner/dist/cookie-consent-banner/cookie-consent-banner.esm.js"></script>',
    body: `<cookie-consent-banner headline="${words.title}" btn-label-accept-and-continue="${words.accept}" btn-label-only-essential-and-continue="${only}"
btn-label-persist-selection-and-continue="${words.save}" btn-label-select-all-and-continue="${words.accept}" content-settings-description="${words.settings}">
${words.text}</cookie-consent-banner><script src="/setup.js"></script><script src="/watch.js"></script>`,
    files: {
      '/setup.js': script(setUpPorsche, words),
      '/watch.js': script(runWatch, {
        area: 'cookie',
        name: 'cookies_accepted_categories',
        yes: { functional: 'functional', analytics: 'analytics', marketing: 'marketing' },
        onlyIf: null,
      } satisfies Recall),
    },
    truth: compliant(null, 'cookies_accepted_categories'),
  })
}

/** Serialized into the page. */
function setUpPorsche(words: BannerWords): void {
  const category = (key: string, label: string, isMandatory = false) => ({
    key,
    label,
    description: label,
    isMandatory,
  })
  Object.assign(document.querySelector('cookie-consent-banner') ?? {}, {
    availableCategories: [
      category('technically_required', words.necessary, true),
      category('functional', words.functional),
      category('analytics', words.analytics),
      category('marketing', words.marketing),
    ],
  })
}

function beyonk(id: string, about: string, language: string, canReject: boolean, truth: BannerTruth): BannerSite {
  const words = bannerWords(language)
  return bannerSite({
    id,
    about,
    language,
    needs: '@beyonk/gdpr-cookie-consent-banner',
    head: '<link rel="stylesheet" href="/npm/@beyonk/gdpr-cookie-consent-banner/src/lib/banner.css"><script src="/npm/@beyonk/gdpr-cookie-consent-banner/dist/index.umd.cjs"></script>',
    body: `<cookie-consent-banner cookie-name="boat_consent"${canReject ? ' can-reject-cookies="true"' : ''} heading="${words.title}" description="${words.text}"
accept-all-label="${words.accept}" reject-label="${words.reject}"></cookie-consent-banner><script src="/watch.js"></script>`,
    files: {
      '/watch.js': script(runWatch, {
        area: 'cookie',
        name: 'boat_consent',
        isBase64: true,
        yes: { functional: '"tracking":true', analytics: '"analytics":true', marketing: '"marketing":true' },
        onlyIf: null,
      } satisfies Recall),
    },
    truth,
  })
}

function grrr(id: string, about: string, language: string, isTicked: boolean): BannerSite {
  return bannerSite({
    id,
    about,
    language,
    needs: '@grrr/cookie-consent',
    head: `<script type="importmap">{ "imports": { "@grrr/utils": "/npm/@grrr/utils/index.mjs" } }</script>
<style>cookie-consent { position: fixed; inset: auto 0 0; background: #fff; padding: 1em; border-top: 1px solid }
cookie-consent::part(cookie-consent__tab-toggle-icon) { width: 14px }</style>`,
    body: '<script type="module" src="/setup.js"></script><script src="/watch.js"></script>',
    files: {
      '/setup.js': {
        type: 'text/javascript',
        text: `import CookieConsent from '/npm/@grrr/cookie-consent/index.mjs'
;${script(setUpGrrr, bannerWords(language), isTicked).text.replace(/\)$/, ', CookieConsent)')}`,
      },
      '/watch.js': script(runWatch, {
        area: 'local',
        name: 'cookie-consent-preferences',
        yes: {
          functional: '"id":"functional","accepted":true',
          analytics: '"id":"analytics","accepted":true',
          marketing: '"id":"marketing","accepted":true',
        },
        onlyIf: null,
      } satisfies Recall),
    },
    truth: compliant(null, 'cookie-consent-preferences'),
  })
}

/** Serialized into the page. */
function setUpGrrr(words: BannerWords, isTicked: boolean, element?: CustomElementConstructor): void {
  const cookies = (['necessary', 'functional', 'analytics', 'marketing'] as const).map((id) => ({
    id,
    label: words[id],
    description: words[id],
    required: id === 'necessary',
    checked: isTicked,
  }))
  if (element) window.customElements.define('cookie-consent', element)
  const holder = document.createElement('div')
  holder.innerHTML = '<cookie-consent></cookie-consent>'.replace('<cookie-consent', (tag) => {
    const quoted = JSON.stringify(cookies).replaceAll('"', '&quot;')
    return `${tag} data-cookies="${quoted}" data-title="${words.title}" data-description="&lt;p&gt;${words.text}&lt;/p&gt;" data-saveButtonText="${words.save}"`
  })
  document.body.append(holder)
  if (localStorage.getItem('cookie-consent-preferences') === null)
    (holder.firstElementChild as unknown as { show(): void }).show()
}
