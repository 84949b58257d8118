import { describe, expect, test } from 'vitest'
import type { Frame } from '../../../scanner/cmps/cmp.ts'
import { heuristic } from '../../../scanner/cmps/heuristic.ts'
import { bannerOf } from '../../../scanner/cmps/heuristic/banner.ts'
import type { Control, Sight } from '../../../scanner/cmps/heuristic/look.ts'

const frame: Frame = {
  id: 'main',
  url: 'https://shop.example/',
  isMain: true,
  run: async () => null,
  inject: async () => {},
  read: async () => null,
  reveal: async () => {},
  isShown: async () => true,
}
const control = (label: string, some: Partial<Control> = {}): Control => ({
  key: 0,
  label,
  called: '',
  about: '',
  kind: 'button',
  isOn: false,
  isLocked: false,
  leadsAway: false,
  ...some,
})
const sight = (text: string, labels: readonly (string | Control)[], some: Partial<Sight> = {}): Sight => ({
  key: 0,
  text,
  name: '',
  isDialog: false,
  standsOut: true,
  fields: [],
  controls: labels.map((label) => (typeof label === 'string' ? control(label) : label)),
  ...some,
})

const NOTICE = 'We use cookies on this website.'
const TOGGLE = control('', { kind: 'toggle', isOn: true })

describe('what is a banner', () => {
  test.each([
    ['a notice with both answers', sight(NOTICE, ['Accept all', 'Reject all'])],
    ['a notice that can only be accepted', sight(NOTICE, ['Accept'])],
    ['a notice that can only be understood', sight(NOTICE, ['Got it'])],
    ['one in Finnish', sight('Käytämme evästeitä sivustolla', ['Hyväksy kaikki', 'Hylkää'])],
    [
      'a dialog on privacy that never says cookie',
      sight('We value your privacy. Our partners process personal data.', ['Accept all', 'Manage options'], {
        isDialog: true,
      }),
    ],
    [
      'what calls itself one, though it stands in the page',
      sight(NOTICE, ['Accept', 'Decline'], { standsOut: false, name: 'cookie-bar' }),
    ],
    [
      'settings with switches and a way to save',
      sight('Cookie settings of this website', ['Save choices', TOGGLE], { isDialog: true }),
    ],
  ])('%s', (_, seen) => {
    expect(bannerOf(frame, seen)).not.toBeNull()
  })

  test.each([
    ['an offer', sight('20 % off lamps, only today', ['Accept offer', 'No thanks'], { isDialog: true })],
    ['an offer of cookies to eat', sight('A cookie for every lamp', ['Accept offer', 'Close'], { isDialog: true })],
    ['a newsletter that speaks of cookies', sight(`${NOTICE} Join us`, ['Yes', 'No thanks'], { fields: ['email'] })],
    ['a login', sight(NOTICE, ['OK'], { fields: ['text', 'password'] })],
    ['an age gate', sight(`Are you over 18? ${NOTICE}`, ['Yes', 'No'], { isDialog: true })],
    ['a push prompt', sight('Allow notifications from this site?', ['Allow', 'No thanks'], { isDialog: true })],
    [
      'a discount that respects your privacy',
      sight('10 % off. We respect your privacy.', ['Yes, please', 'No thanks'], { isDialog: true }),
    ],
    ['an article on cookies', sight(NOTICE, ['Accept', 'Decline'], { standsOut: false })],
    [
      'a footer with a link to the settings',
      sight('Privacy policy Cookie settings', [control('Cookie settings', { kind: 'link' })]),
    ],
    [
      'a header of a bakery',
      sight('Cookies Cakes Bread', [control('Cookies', { kind: 'link' }), control('Cakes', { kind: 'link' })]),
    ],
    ['a notice without anything to press', sight(NOTICE, [])],
  ])('%s is none', (_, seen) => {
    expect(bannerOf(frame, seen)).toBeNull()
  })
})

test('of several sights it takes the one with the most answers', async () => {
  const seen = [sight(NOTICE, ['OK']), sight(`${NOTICE} Please choose.`, ['Accept all', 'Reject all', 'Settings'])]
  const eyes = {
    signal: new AbortController().signal,
    frames: async () => [{ ...frame, run: async () => seen as never }],
    until: async () => false,
    onChange: () => () => {},
    onTold: () => () => {},
  }
  const found = await heuristic.detect(eyes)
  expect(found?.buttons).toEqual([
    { text: 'Accept all', meaning: 'accept', layer: 1 },
    { text: 'Reject all', meaning: 'reject', layer: 1 },
    { text: 'Settings', meaning: 'settings', layer: 1 },
  ])
})
