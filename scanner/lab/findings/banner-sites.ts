import { runBanner } from '../banners/banner-runtime.ts'
import { firstLayer, homeMade, READABLE, secondLayer } from '../banners/home-made.ts'
import { script } from '../banners/page.ts'
import { bannerWords } from '../banners/words.ts'
import type { FindingSite } from './model.ts'
import { fails, file, findingSite, isNotAsked, isUnclear, meta, passes, tag } from './site.ts'

const words = bannerWords('en')
const YES = `<button class="yes">${words.accept}</button>`
const MORE = `<button class="more">${words.settings}</button>`
const second = secondLayer(words)

/** Sites whose banner asks as it should not. */
export const askingSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'finding-no-reject',
    about: 'Can only be refused by way of the settings, whose switches are off.',
    banner: homeMade('en', { layers: { first: firstLayer(words, `${MORE} ${YES}`), second } }),
    tags: [tag('marketing', 'gated', meta)],
    expected: [
      fails('F11', 'no-choice'),
      fails('F12', 'no-choice'),
      passes('F13', 'no-choice'),
      passes('F15', 'no-choice'),
    ],
  }),
  findingSite({
    id: 'finding-hard-reject',
    about: 'A large button to accept, and a pale word to refuse.',
    banner: homeMade('en', {
      layers: { first: firstLayer(words, `<a href="#" class="no">${words.reject}</a> ${YES}`), second },
      css: `.ask { position: fixed; inset: auto 0 0; padding: 1em 2em; background: #fff; font: 15px sans-serif }
.yes { padding: 1em 4em; font: bold 18px sans-serif; background: #063; color: #fff; border: 0 }
.no { font-size: 11px; color: #bbb; text-decoration: none }`,
    }),
    expected: [passes('F11', 'no-choice'), fails('F12', 'no-choice')],
  }),
  findingSite({
    id: 'finding-unread-button',
    about: 'A third button whose words say nothing of what it does.',
    banner: homeMade('en', {
      layers: { first: firstLayer(words, `<button class="no">Zebra crossing</button> ${YES}`), second },
    }),
    plan: { states: ['no-choice', 'accepted'] },
    expected: [isUnclear('F11', 'no-choice'), isNotAsked('F12', 'no-choice')],
  }),
  findingSite({
    id: 'finding-preticked',
    about: 'Refusing takes a look into settings where everything is switched on.',
    banner: homeMade('en', {
      layers: {
        first: firstLayer(words, `${MORE} ${YES}`),
        second: secondLayer(words, ['functional', 'analytics', 'marketing']),
      },
    }),
    expected: [fails('F11', 'no-choice'), fails('F12', 'no-choice'), fails('F13', 'no-choice')],
  }),
  findingSite({
    id: 'finding-legitimate-interest',
    about: 'Whoever looks into the settings finds advertising switched on under legitimate interest.',
    banner: homeMade('en', {
      layers: {
        first: firstLayer(words, `${MORE} ${YES}`),
        second: second.replace(
          '<p><button class="keep">',
          '<p><label><input type="checkbox" checked> Legitimate interest: measure advertising</label></p><p><button class="keep">',
        ),
      },
    }),
    expected: [fails('F11', 'no-choice'), fails('F12', 'no-choice'), fails('F35', 'rejected')],
  }),
  findingSite({
    id: 'finding-unopened-settings',
    about: 'Settings nobody has to open, so that their switches stay unseen.',
    expected: [isUnclear('F13', 'no-choice'), isUnclear('F35', 'rejected'), passes('F11', 'no-choice')],
  }),
  findingSite({
    id: 'finding-wall',
    about: 'A veil over the whole page that only accepting lifts.',
    banner: homeMade('en', {
      layers: { first: `<div class="veil"></div>${firstLayer(words, YES)}`, second },
      css: `.veil { position: fixed; inset: 0; background: #000c; z-index: 9998 }
.ask { position: fixed; inset: 20% 20% auto; padding: 2em; background: #fff; z-index: 9999 }`,
    }),
    expected: [fails('F11', 'no-choice'), fails('F15', 'no-choice'), isNotAsked('F06', 'rejected')],
  }),
  findingSite({
    id: 'finding-asks-again',
    about: 'Keeps the choice where the next page does not look for it.',
    pages: {
      '/': '<p><a href="/next">Onward</a></p>',
      '/next': '<p>That was all.</p><script src="/again.js"></script>',
    },
    files: {
      '/again.js': file('text/javascript', script(runBanner, homeMade('en', { quirks: { asksAgain: true } })).text),
    },
    expected: [fails('F16', 'rejected'), fails('F16', 'accepted')],
  }),
  findingSite({
    id: 'finding-no-way-back',
    about: 'Once accepted, nothing leads back to the choice.',
    hasWayBack: false,
    plan: { states: ['accepted'] },
    expected: [fails('F34', 'accepted')],
  }),
  findingSite({
    id: 'finding-long-choice',
    about: 'Keeps the choice for more than a year, under French law.',
    banner: homeMade('en', { stores: [{ ...READABLE, days: 390 }] }),
    plan: { jurisdiction: 'fr' },
    expected: [
      fails('F18', 'accepted', 'finding-long-choice.banner.lab.example'),
      fails('F18', 'rejected', 'finding-long-choice.banner.lab.example'),
    ],
  }),
]
