import { runBanner } from './banner-runtime.ts'
import { script } from './page.ts'
import type { BannerFile, BannerSite } from './model.ts'
import type { BannerScript, Store } from './runtime-model.ts'
import { bannerWords, type BannerWords } from './words.ts'

/** A banner of nobody's make, as agencies write them, in one language; sites change what they need to. */
export function homeMade(language: string, changes: Partial<BannerScript> = {}): BannerScript {
  const words = bannerWords(language)
  return {
    place: 'page',
    root: null,
    css: STYLE,
    layers: { first: firstLayer(words), second: secondLayer(words) },
    frames: null,
    presses: [
      { on: '.yes', does: 'accept' },
      { on: '.no', does: 'reject' },
      { on: '.more', does: 'open' },
      { on: '.keep', does: 'save' },
    ],
    switches: { functional: '#c-functional', analytics: '#c-analytics', marketing: '#c-marketing' },
    stores: [READABLE],
    storesBefore: [],
    recalls: { area: 'cookie', name: 'cookie_choice', yes: YES, onlyIf: null },
    quirks: {},
    ...changes,
  }
}

export const READABLE: Store = {
  area: 'cookie',
  name: 'cookie_choice',
  value: 'functional=[[functional?1:0]]&analytics=[[analytics?1:0]]&marketing=[[marketing?1:0]]',
  days: 180,
  encode: 'none',
}

const YES = { functional: 'functional=1', analytics: 'analytics=1', marketing: 'marketing=1' }

/** What a site needs to carry this banner. */
export function carrying(banner: BannerScript, more: Readonly<Record<string, BannerFile>> = {}): Carried {
  const scripts = [...Object.keys(more).filter((path) => path.endsWith('.js')), '/consent.js']
  return {
    body: scripts.map((path) => `<script src="${path}"></script>`).join(''),
    files: { '/consent.js': script(runBanner, banner), ...more },
  }
}

type Carried = Pick<BannerSite, 'body' | 'files'>

export function firstLayer(words: BannerWords, buttons = threeButtons(words)): string {
  return `<div class="ask" role="dialog" aria-label="${words.title}"><b>${words.title}</b><p>${words.text}</p><p>${buttons}</p></div>`
}

export function threeButtons({ accept, reject, settings }: BannerWords): string {
  return `<button class="more">${settings}</button> <button class="no">${reject}</button> <button class="yes">${accept}</button>`
}

/** With a switch for each purpose; nothing is on unless named. */
export function secondLayer(words: BannerWords, on: readonly string[] = []): string {
  const toggle = (name: 'functional' | 'analytics' | 'marketing'): string =>
    `<label><input type="checkbox" id="c-${name}"${on.includes(name) ? ' checked' : ''}> ${words[name]}</label>`
  return `<div class="ask" role="dialog" aria-label="${words.settings}"><b>${words.settings}</b><p>${words.text}</p>
<p><label><input type="checkbox" checked disabled> ${words.necessary}</label> ${toggle('functional')} ${toggle('analytics')} ${toggle('marketing')}</p>
<p><button class="keep">${words.save}</button> <button class="yes">${words.accept}</button></p></div>`
}

const STYLE = `.ask { position: fixed; left: 0; right: 0; bottom: 0; z-index: 9999; padding: 1em 2em; background: #fff;
border-top: 1px solid #999; box-shadow: 0 0 20px #0003; font: 15px/1.4 sans-serif }
.ask button { padding: .5em 1em; font: inherit }`
