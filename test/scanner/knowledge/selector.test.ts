import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { selectorOf } from '../../../scanner/knowledge/selector.ts'

const PAGE = {
  classes: ['klaro', 'cookie-notice', 'AW-Form-123', 'elfsight-app-9'],
  elements: [
    { tag: 'div', id: 'onetrust-banner-sdk', classes: [], attributes: {} },
    {
      tag: 'script',
      id: null,
      classes: [],
      attributes: { src: 'https://a1.js.ubembed.com/x.js', 'data-account': '7' },
    },
    { tag: 'div', id: 'vidalytics_embed_3', classes: ['wide'], attributes: { 'data-kt-type': 'kartra_page_tracking' } },
    { tag: 'sc-checkout', id: null, classes: [], attributes: {} },
  ],
}

describe('a selector stands on the page', () => {
  test.each([
    '#onetrust-banner-sdk',
    'div#onetrust-banner-sdk',
    '.klaro .cookie-notice',
    '.AW-Form-*',
    '[class^=elfsight-app-]',
    `script[src*='.js.ubembed.com'][data-account]`,
    `[id^="vidalytics_embed_"]`,
    `.wide[data-kt-type='kartra_page_tracking']`,
    'sc-checkout',
    '#absent, sc-checkout',
    `script[src$='/x.js']`,
  ])('%s', (text) => expect(selectorOf(text)?.(PAGE)).toBe(true))
})

describe('and one that does not', () => {
  test.each([
    '#onetrust-banner',
    'span#onetrust-banner-sdk',
    '.klaro .other-notice',
    `script[data-account='8']`,
    'vturb-smartplayer',
    '[data-account^=8]',
    '#absent, .absent',
  ])('%s', (text) => expect(selectorOf(text)?.(PAGE)).toBe(false))
})

test.each(['', 'a > b', 'div:has(a)', '[data-a', '.a..b'])('"%s" is refused', (text) =>
  expect(selectorOf(text)).toBeNull(),
)

test('every selector of the records is one of these', () => {
  const refused = loadKnowledge()
    .vendors.flatMap(({ marks }) => marks)
    .filter(({ kind, value }) => kind === 'selector' && selectorOf(value) === null)
  expect(refused).toEqual([])
})
