import { carrying, firstLayer, homeMade } from '../home-made.ts'
import type { BannerSite, BannerTruth } from '../model.ts'
import type { BannerScript } from '../runtime-model.ts'
import { acceptOnly, bannerSite, compliant } from '../site.ts'
import { bannerWords } from '../words.ts'

const KEPT = 'cookie_choice'

/** Honest banners that are hard to use: late, moving, covered, or in an odd place. */
export const awkwardSites = (): readonly BannerSite[] => [
  awkward('late-handler', 'Its buttons are drawn 1.5 s before they work.', 'en', { quirks: { worksAfterMs: 1_500 } }),
  awkward('moves', 'Jumps aside four times after it was drawn.', 'de', { quirks: { moves: 4 } }),
  awkward('slides-in', 'Slides in for most of a second.', 'it', {
    css: `${STYLE} .ask { animation: in .9s ease-out } @keyframes in { from { transform: translateY(100%) } }`,
  }),
  awkward('after-2-s', 'Shows after two seconds.', 'en', { quirks: { showsAfterMs: 2_000 } }),
  awkward('after-6-s', 'Shows after six seconds.', 'fr', { quirks: { showsAfterMs: 6_000 } }),
  awkward('on-scroll', 'Shows when the page is scrolled.', 'es', { quirks: { showsOnScroll: true } }),
  awkward('covered', 'An overlay lies above it for two seconds and a half.', 'en', { quirks: { coveredMs: 2_500 } }),
  awkward('reloads', 'Reloads the page after the answer.', 'nl', { quirks: { reloads: true } }),
  awkward('wants-trusted', 'Counts only what real input did, as CCM19 does.', 'de', { quirks: { wantsTrusted: true } }),
  awkward('closed-shadow', 'Stands in a closed shadow root.', 'en', {
    place: 'closed-shadow',
    root: '<privacy-ask></privacy-ask>',
  }),
  awkward('open-shadow', 'Stands in an open shadow root of no known make.', 'pl', {
    place: 'open-shadow',
    root: '<privacy-ask></privacy-ask>',
  }),
  awkward('modal', 'A dialog in the top layer, which makes the rest of the page inert.', 'fr', {
    layers: {
      first: firstLayer(bannerWords('fr')).replace(/^<div/, '<dialog').replace(/div>$/, 'dialog>'),
      second: '',
    },
    quirks: { isModal: true },
  }),
  awkward('long-text', 'Speaks for a whole screen before its buttons, and has to be scrolled.', 'en', {
    css: `${STYLE} .ask { inset: 5% 10%; overflow: auto }`,
    layers: { first: firstLayer({ ...bannerWords('en'), text: LONG }), second: '' },
  }),
  {
    ...awkward('strict-policy', 'The page may run no script but its own.', 'de', {}),
    policy: `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' https://region1.google-analytics.com; img-src data: https://www.facebook.com; base-uri 'none'; frame-ancestors 'none'`,
  },
  awkward('hides-from-bots', 'Shows nothing to a browser that says it is automated.', 'en', {
    quirks: { hidesFromBots: true },
  }),
  awkward(
    'cross-only',
    'Asks to agree, and may be closed by a cross, which decides nothing.',
    'en',
    {
      layers: words(
        'en',
        ({ accept }) => `<button class="shut" aria-label="Close">×</button> <button class="yes">${accept}</button>`,
      ),
      presses: [
        { on: '.yes', does: 'accept' },
        { on: '.shut', does: 'close' },
      ],
    },
    acceptOnly(null, KEPT),
  ),
]

function awkward(
  id: string,
  about: string,
  language: string,
  banner: Partial<BannerScript>,
  truth: BannerTruth = compliant(null, KEPT),
): BannerSite {
  return bannerSite({ id: `awkward-${id}`, about, language, ...carrying(homeMade(language, banner)), truth })
}

function words(language: string, buttons: (of: ReturnType<typeof bannerWords>) => string): BannerScript['layers'] {
  const said = bannerWords(language)
  return { first: firstLayer(said, buttons(said)), second: '' }
}

const STYLE = `.ask { position: fixed; left: 0; right: 0; bottom: 0; z-index: 9999; padding: 1em 2em; background: #fff; border-top: 1px solid #999 }`

const LONG = Array.from(
  { length: 40 },
  (_, index) =>
    `Partner ${index + 1} uses cookies on this website to measure how it is used and to choose advertising; it keeps what it learns for up to 13 months.`,
).join('<br>')
