import { carrying, firstLayer, homeMade, secondLayer } from './home-made.ts'
import type { BannerSite } from './model.ts'
import { acceptOnly, bannerSite, compliant, secondLayer as onSecondLayer, told } from './site.ts'
import { bannerWords } from './words.ts'

const KEPT = 'cookie_choice'
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'sv', 'da', 'fi', 'cs', 'hu', 'el'] as const

/** Banners no rule knows by name: only their words tell. */
export const homeMadeSites = (): readonly BannerSite[] => [
  ...LANGUAGES.map((language) =>
    bannerSite({
      id: `home-made-${language}`,
      about: 'Both answers side by side, in the words of its language.',
      language,
      ...carrying(homeMade(language)),
      truth: compliant(null, KEPT),
    }),
  ),
  ...(['de', 'pl', 'es'] as const).map((language) =>
    bannerSite({
      id: `home-made-settings-${language}`,
      about: 'Refusing takes the settings, where everything is on.',
      language,
      ...carrying(homeMade(language, { layers: withoutReject(language, ['functional', 'analytics', 'marketing']) })),
      truth: onSecondLayer(null, KEPT),
    }),
  ),
  bannerSite({
    id: 'home-made-settings-off',
    about: 'Refusing takes the settings, where everything is off.',
    language: 'fr',
    ...carrying(homeMade('fr', { layers: withoutReject('fr', []) })),
    truth: onSecondLayer(null, KEPT),
  }),
  bannerSite({
    id: 'home-made-no-reject',
    about: 'One button, which agrees.',
    language: 'it',
    ...carrying(homeMade('it', { layers: only('it', `<button class="yes">${bannerWords('it').accept}</button>`) })),
    truth: acceptOnly(null, KEPT),
  }),
  bannerSite({
    id: 'home-made-notice',
    about: 'Only tells; the tags do not wait for it.',
    language: 'nl',
    tags: { analytics: 'always', marketing: 'always' },
    ...carrying(homeMade('nl', { layers: only('nl', `<button class="yes">${bannerWords('nl').understood}</button>`) })),
    truth: told(null, KEPT),
  }),
]

function withoutReject(language: string, on: readonly string[]) {
  const words = bannerWords(language)
  const buttons = `<button class="more">${words.settings}</button> <button class="yes">${words.accept}</button>`
  return { first: firstLayer(words, buttons), second: secondLayer(words, on) }
}

function only(language: string, buttons: string) {
  return { first: firstLayer(bannerWords(language), buttons), second: '' }
}
