import { site as sourcepoint } from '../imitations/sourcepoint.ts'
import { carrying, firstLayer, homeMade, READABLE } from '../home-made.ts'
import type { BannerSite, BannerTruth, Ending } from '../model.ts'
import type { BannerScript } from '../runtime-model.ts'
import { accepted, acceptOnly, bannerSite, compliant, refused } from '../site.ts'
import { bannerWords } from '../words.ts'

const KEPT = 'cookie_choice'
const doubtful = (ending: Ending): Ending => ({ ...ending, verdicts: ['proven', 'inconclusive'] })
/** The banner goes away and nothing comes of it. */
const nothingComesOfIt: Ending = { verdicts: ['inconclusive'], grants: null, layer: null, keeps: [], asksAgain: true }

/** Banners that do not do what they say, or leave no choice. */
export const dishonestSites = (): readonly BannerSite[] => [
  {
    ...dishonest(
      'cosmetic',
      'Goes away at any answer, keeps nothing, and changes nothing.',
      'en',
      { quirks: { forgets: true } },
      {
        banner: true,
        cmp: null,
        reject: nothingComesOfIt,
        accept: nothingComesOfIt,
      },
    ),
    tags: { analytics: 'always', marketing: 'always' },
  },
  {
    ...dishonest('seen', 'Keeps only that it was seen, whatever the answer.', 'de', SEEN, {
      banner: true,
      cmp: null,
      reject: doubtful(refused('cookie_banner')),
      accept: doubtful(accepted('cookie_banner')),
    }),
    tags: { analytics: 'always', marketing: 'always' },
  },
  {
    ...dishonest('ignored', 'Keeps the refusal and ignores it.', 'fr', {}, compliant(null, KEPT)),
    tags: { analytics: 'always', marketing: 'always' },
  },
  dishonest(
    'lies',
    'Writes a refusal down as an agreement.',
    'en',
    { quirks: { lies: true } },
    {
      banner: true,
      cmp: null,
      reject: { ...refused(KEPT), verdicts: ['inconclusive'] },
      accept: accepted(KEPT),
    },
  ),
  dishonest(
    'asks-again',
    'Keeps the answer and asks again on every page.',
    'it',
    { quirks: { asksAgain: true } },
    {
      banner: true,
      cmp: null,
      reject: { ...doubtful(refused(KEPT)), asksAgain: true },
      accept: { ...doubtful(accepted(KEPT)), asksAgain: true },
    },
  ),
  dishonest(
    'reloads-for-ever',
    'Reloads without end once it was refused.',
    'en',
    { quirks: { reloadsForEver: true } },
    {
      banner: true,
      cmp: null,
      reject: doubtful(refused(KEPT)),
      accept: accepted(KEPT),
    },
  ),
  dishonest('wall', 'Lets nobody in who does not agree.', 'en', WALL, acceptOnly(null, KEPT)),
  dishonest('pay', 'Agree, or pay.', 'de', PAY, acceptOnly(null, KEPT)),
  sourcepoint(
    'dishonest-sourcepoint-pay',
    'The same in a frame of Sourcepoint.',
    'de',
    9,
    acceptOnly('Sourcepoint', '_sp_user_consent_31', 'euconsent-v2'),
  ),
]

function dishonest(
  id: string,
  about: string,
  language: string,
  banner: Partial<BannerScript>,
  truth: BannerTruth,
): BannerSite {
  return bannerSite({ id: `dishonest-${id}`, about, language, ...carrying(homeMade(language, banner)), truth })
}

const SEEN: Partial<BannerScript> = {
  stores: [{ ...READABLE, name: 'cookie_banner', value: 'seen' }],
  recalls: { area: 'cookie', name: 'cookie_banner', yes: {}, onlyIf: null },
}

const OVERLAY = `.ask { position: fixed; inset: 0; z-index: 9999; padding: 20vh 20vw; background: #fff; font: 16px/1.5 sans-serif }`

const WALL: Partial<BannerScript> = {
  css: OVERLAY,
  layers: {
    first: firstLayer(
      bannerWords('en'),
      '<button class="go">Leave this website</button> <button class="yes">Accept and continue</button>',
    ),
    second: '',
  },
  presses: [
    { on: '.yes', does: 'accept' },
    { on: '.go', does: 'leave' },
  ],
}

const PAY: Partial<BannerScript> = {
  css: OVERLAY,
  layers: {
    first: firstLayer(
      bannerWords('de'),
      '<button class="pay">Jetzt werbefrei abonnieren ab 3,99 €/Monat</button> <button class="yes">Mit Werbung weiterlesen und akzeptieren</button>',
    ),
    second: '',
  },
  presses: [
    { on: '.yes', does: 'accept' },
    { on: '.pay', does: 'pay' },
  ],
}
