import { expect, test } from 'vitest'
import type { WhatIf, WhatIfItem } from '../../../../scanner/model.ts'
import { told } from './told.ts'

const item = (name: string, what: string, stepIds = ['optin']): WhatIfItem => ({
  vendorId: null,
  name,
  category: 'marketing',
  kind: 'cookie-write',
  item: what,
  stepIds,
  observations: [],
})
const answer: WhatIf = {
  held: [{ vendor: 'meta-pixel', name: 'Meta Pixel' }],
  gone: [item('Meta Pixel', '_fbp', ['optin', 'thank-you', 'sales', 'checkout', 'upsell'])],
  leaks: [item('Meta Pixel', '_fbc')],
  broken: [],
  stepsLost: ['checkout'],
  forms: { sent: [], lost: [] },
  errors: [
    {
      how: 'thrown',
      text: 'TypeError: <i>x</i>',
      url: 'https://shop.example/app.js',
      line: 7,
      stepIds: ['optin'],
      observations: [],
    },
  ],
  players: { seen: 0, lost: [] },
  embeds: [],
  without: [
    {
      by: { ...item('Meta Pixel', 'connect.example/fbevents.js'), kind: 'request' },
      stored: [item('Meta Pixel', '_fbp')],
    },
  ],
}

test('where vendors were held back it says what is gone, what leaks and what is lost', () => {
  const text = told('what-if', [], { whatIf: answer })
  expect(text).toContain('Held back after accept, as a consent gate would: Meta Pixel.')
  expect(text).toContain('No longer reached: Checkout.')
  expect(text).toContain('Not stored without it 1 Without connect.example/fbevents.js (Meta Pixel): _fbp')
  expect(text).toContain('&lt;i&gt;x&lt;/i&gt; not caught, line 7, Opt-in in https://shop.example/app.js')
  expect(text).toContain('There all the same 1 Vendor Category What Pages Meta Pixel Marketing cookie _fbc Opt-in')
  expect(text).toContain('Gone 1 Vendor Category What Pages Meta Pixel Marketing cookie _fbp all')
})

test('what a page chose stays text', () => {
  const text = told('what-if', [], { whatIf: { ...answer, leaks: [item('<b>x</b>', '\u202e<script>')] } })
  expect(text).toContain('&lt;b&gt;x&lt;/b&gt;')
  expect(text).toContain('‹U+202E›&lt;script&gt;')
})

test('a scan that did not ask has no such section', () => {
  expect(told('what-if', [], { whatIf: null })).toBe('')
})
