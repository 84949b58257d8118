import { expect, test } from 'vitest'
import { truth } from '../../../../scanner/lab/truth.ts'
import { alone, tag, tinySite } from '../tiny-site.ts'

test('Google Tag Manager by itself loads one script and stores nothing', () => {
  expect(alone('gtm', 'GTM-LAB')).toEqual({
    requests: ['GET www.googletagmanager.com/gtm.js script'],
    onLeave: [],
    cookies: [],
    storage: [],
  })
})

test('a tag inside the container runs only where both its own gate and the container open', () => {
  const inside = { ...tag('meta', { landing: 'gated' }), inside: 'gtm' }
  const vendorsBy = (gate: 'gated' | 'leaky' | 'defiant'): readonly (readonly (string | null)[])[] =>
    truth(tinySite([tag('gtm', { landing: gate }), inside])).states.map(({ steps }) => [
      ...new Set(
        steps.flatMap(({ requests }) => requests.map(({ vendor }) => vendor)).filter((vendor) => vendor !== null),
      ),
    ])
  expect(vendorsBy('leaky')).toEqual([['gtm'], [], ['gtm', 'meta']])
  expect(vendorsBy('gated')).toEqual([[], [], ['gtm', 'meta']])
  expect(vendorsBy('defiant')).toEqual([[], ['gtm'], ['gtm', 'meta']])
})
