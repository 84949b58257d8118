import type { BannerSite, Ending } from '../model.ts'
import { script } from '../page.ts'
import { bannerSite, compliant, notOffered, told } from '../site.ts'
import type { Recall } from '../runtime-model.ts'
import { runWatch } from '../watch-runtime.ts'
import { bannerWords } from '../words.ts'

/** Small libraries with one banner each: cookies-eu-banner, cookie-consent-box and cookiebanner (all MIT). */
export const smallOnes = (): readonly BannerSite[] => [
  cookiesEu('cookies-eu-optin', 'Both answers side by side.', 'en'),
  cookiesEu('cookies-eu-danish', 'The same in Danish.', 'da'),
  bannerSite({
    id: 'cookie-box-notice',
    about: 'Only asks to agree, in Polish.',
    language: 'pl',
    needs: 'cookie-consent-box',
    head: '<link rel="stylesheet" href="/npm/cookie-consent-box/dist/cookie-consent-box.css">',
    body: '<script src="/setup.js"></script><script src="/npm/cookie-consent-box/dist/cookie-consent-box.min.js"></script><script src="/watch.js"></script>',
    files: {
      '/setup.js': { type: 'text/javascript', text: `CookieBoxConfig = { language: 'pl', url: '/next' }` },
      '/watch.js': script(runWatch, word('cookie-box', 'true')),
    },
    truth: told(null, 'cookie-box'),
  }),
  bannerSite({
    id: 'cookiebanner-notice',
    about: 'Takes going on as agreement; its only control closes it.',
    needs: 'cookiebanner',
    tags: { analytics: 'always', marketing: 'always' },
    body: `<script id="cookiebanner" src="/npm/cookiebanner/dist/cookiebanner.js" data-moreinfo="/next"></script><script src="/watch.js"></script>`,
    files: { '/watch.js': script(runWatch, word('cookiebanner-accepted', '1')) },
    truth: { banner: true, cmp: null, reject: notOffered, accept: closingMayAgree('cookiebanner-accepted') },
  }),
  bannerSite({
    id: 'cookiebanner-understood',
    about: 'Takes going on as agreement; its only control says "Got it".',
    needs: 'cookiebanner',
    tags: { analytics: 'always', marketing: null },
    body: `<script id="cookiebanner" src="/npm/cookiebanner/dist/cookiebanner.js" data-moreinfo="/next" data-close-text="Got it"></script><script src="/watch.js"></script>`,
    files: { '/watch.js': script(runWatch, word('cookiebanner-accepted', '1')) },
    truth: told(null, 'cookiebanner-accepted'),
  }),
]

/** Closing a notice that takes it as agreement: an instrument may do it, and may rightly refuse to. */
function closingMayAgree(name: string): Ending {
  return {
    verdicts: ['proven', 'inconclusive', 'not-offered'],
    grants: 'any',
    layer: 1,
    keeps: [name],
    asksAgain: false,
  }
}

function word(name: string, yes: string): Recall {
  return { area: 'cookie', name, yes: { marketing: yes }, onlyIf: null }
}

function cookiesEu(id: string, about: string, language: string): BannerSite {
  const words = bannerWords(language)
  return bannerSite({
    id,
    about,
    language,
    needs: 'cookies-eu-banner',
    body: `<template id="cookies-eu-banner-template"><div id="cookies-eu-banner" style="position:sticky;top:0;background:#eee;padding:1em">
${words.text} <button id="cookies-eu-reject">${words.reject}</button> <button id="cookies-eu-accept">${words.accept}</button></div></template>
<script src="/npm/cookies-eu-banner/dist/cookies-eu-banner.global.js"></script><script src="/setup.js"></script><script src="/watch.js"></script>`,
    files: {
      '/setup.js': {
        type: 'text/javascript',
        text: 'CookiesEuBanner.createCookiesBanner({ onAccept() {}, trackingCookieNames: [] })',
      },
      '/watch.js': script(runWatch, word('hasConsent', 'true')),
    },
    truth: compliant(null, 'hasConsent'),
  })
}
