import { expect, test } from 'vitest'
import type { WhatIf, WhatIfItem } from '../../../scanner/model.ts'
import { whatIfSentences } from '../../../scanner/reports/what-if-text.ts'

const NOTHING: WhatIf = { held: [], gone: [], leaks: [], broken: [], stepsLost: [] }
const HELD = { ...NOTHING, held: [{ vendor: 'meta-pixel', name: 'Meta Pixel' }] }
const item = (name: string): WhatIfItem => ({
  vendorId: null,
  name,
  category: 'marketing',
  kind: 'request',
  item: 'tracker.example/tr',
  stepIds: ['optin'],
  observations: [],
})

for (const [name, whatIf, told] of [
  ['nothing held back is said, and no more', NOTHING, /^Nothing was held back: none of the chosen vendors [^.]*\.$/],
  ['who was held back', HELD, /^Held back after accept, as a consent gate would: Meta Pixel\./],
  [
    'what is gone',
    { ...HELD, gone: [item('Meta Pixel'), item('Meta Pixel')] },
    /Gone with that: 2 things, of Meta Pixel\./,
  ],
  [
    'what is there all the same',
    { ...HELD, leaks: [item('Meta Pixel')] },
    /There all the same: 1 thing, of Meta Pixel\./,
  ],
  ['what failed for it', { ...HELD, broken: [item('A'), item('B')] }, /Failed now, [^:]*: 2 requests, of A, B\./],
  ['which page was lost', { ...HELD, stepsLost: ['checkout'] }, /No longer reached: Page checkout\.$/],
  ['that nothing broke', HELD, /No request of anybody else failed for it\. Every page [^.]* was reached\.$/],
] as const)
  test(name, () => expect(whatIfSentences(whatIf, (id) => `Page ${id}`).join(' ')).toMatch(told))
