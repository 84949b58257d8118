import { expect, test } from 'vitest'
import type { WhatIf, WhatIfItem } from '../../../scanner/model.ts'
import { whatIfSentences } from '../../../scanner/reports/what-if-text.ts'

const NOTHING: WhatIf = {
  held: [],
  gone: [],
  leaks: [],
  broken: [],
  stepsLost: [],
  forms: { sent: [], lost: [] },
  errors: [],
  players: { seen: 0, lost: [] },
  embeds: [],
  without: [],
}
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
const ERROR = {
  how: 'thrown',
  text: 'Oops',
  url: 'https://a.example/x.js',
  line: 1,
  stepIds: ['b'],
  observations: [],
} as const
const PLAYER = {
  page: 'https://a.example/',
  source: 'https://a.example/film.mp4',
  stepId: 'b',
  was: 'playing',
  is: 'missing',
  observations: [],
} as const

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
  ['which page was lost', { ...HELD, stepsLost: ['checkout'] }, /No longer reached: Page checkout\./],
  ['that nothing broke', HELD, /No request of anybody else failed for it\. Every page [^.]* was reached\./],
  [
    'what is not stored without which request',
    {
      ...HELD,
      without: [
        { by: { ...item('Meta Pixel'), item: 'x.example/tag.js' }, stored: [item('Meta Pixel'), item('Meta Pixel')] },
      ],
    },
    /Without x\.example\/tag\.js \(Meta Pixel\): tracker\.example\/tr was not stored\./,
  ],
  ['that no form was tried', HELD, /The plan sends no form, so whether forms still work was not tried\./],
  ['that forms work', { ...HELD, forms: { sent: ['b'], lost: [] } }, /sent, and led on: Page b\./],
  ['which form does not', { ...HELD, forms: { sent: ['b'], lost: ['b'] } }, /no longer lead on: to Page b\./],
  ['that no script failed anew', HELD, /No script failed or logged an error that did not after accept\./],
  ['that errors were not noted', { ...HELD, errors: null }, /Whether scripts fail for it cannot be told/],
  [
    'which script failed',
    { ...HELD, errors: [ERROR] },
    /1 error of scripts [^.]* on Page b: “Oops” in https:\/\/a\.example\/x\.js\./,
  ],
  ['that nothing was to be played', HELD, /No video or sound was ready/],
  ['that it plays on', { ...HELD, players: { seen: 2, lost: [] } }, /2 players of videos or sounds came as far/],
  ['that players were not noted', { ...HELD, players: null }, /Whether videos still play cannot be told/],
  [
    'what plays no more',
    { ...HELD, players: { seen: 1, lost: [PLAYER] } },
    /film\.mp4 on Page b \(playing after accept, not there now\)\./,
  ],
  [
    'which embedded player is gone',
    { ...HELD, embeds: [item('Tube')] },
    /No longer shown in its frame: tracker\.example\/tr \(Tube\)\./,
  ],
] as const)
  test(name, () => expect(whatIfSentences(whatIf, (id) => `Page ${id}`).join(' ')).toMatch(told))
