import { expect, test } from 'vitest'
import { judge, pressProof, type Case } from '../../../scanner/consent/verdict.ts'
import type { Click, Proof } from '../../../scanner/model.ts'

const click: Click = { x: 10.4, y: 20.6, text: 'Reject all', meaning: 'reject', trusted: true, at: 5 }
const CLICKED: Proof = { kind: 'trusted-click', agrees: true, detail: 'clicked' }
const GONE: Proof = { kind: 'banner-gone', agrees: true, detail: 'gone' }
const HERE: Proof = { kind: 'banner-gone', agrees: false, detail: 'here' }
const STORED: Proof = { kind: 'stored-choice', agrees: true, detail: 'OneTrust says denied' }
const OPPOSITE: Proof = { kind: 'stored-choice', agrees: false, detail: 'OneTrust says granted' }
const TOLD: Proof = { kind: 'consent-signal', agrees: false, detail: 'Google says granted' }
const STRING: Proof = { kind: 'consent-string', agrees: true, detail: 'TCF says denied' }
const given = (proof: readonly Proof[], some: Partial<Case> = {}): Case => ({
  choice: 'reject',
  clicks: [click],
  proof,
  stayed: 'the banner can still be seen',
  ...some,
})

test.each([
  [
    'three kinds of proof prove it',
    given([CLICKED, GONE, STORED]),
    'proven',
    '"Reject all" was clicked, the banner went away, and OneTrust says denied',
  ],
  [
    'a tag told otherwise leaves it standing',
    given([CLICKED, GONE, STORED, TOLD]),
    'proven',
    '"Reject all" was clicked, the banner went away, and OneTrust says denied; yet Google says granted',
  ],
  [
    'without a trace it is open',
    given([CLICKED, GONE]),
    'inconclusive',
    '"Reject all" was clicked, but nothing stored or signalled shows the refusal',
  ],
  [
    'a banner that stays leaves it open',
    given([CLICKED, HERE, STORED]),
    'inconclusive',
    '"Reject all" was clicked, but the banner can still be seen',
  ],
  [
    'unless three others agree',
    given([CLICKED, HERE, STORED, STRING]),
    'proven',
    '"Reject all" was clicked, and OneTrust says denied; yet here',
  ],
  [
    'a click that did not arrive leaves it open',
    given([GONE, STORED]),
    'inconclusive',
    '"Reject all" was clicked, but the click was not seen to arrive',
  ],
  [
    'the opposite in store makes it doubtful, whatever else agrees',
    given([CLICKED, GONE, STRING, OPPOSITE]),
    'inconclusive',
    '"Reject all" was clicked, but OneTrust says granted',
  ],
  [
    'a choice of categories needs to be named, not only stored',
    given([CLICKED, GONE, { kind: 'storage-changed', agrees: true, detail: 'cookie consent changed' }], {
      choice: 'accept-part',
    }),
    'inconclusive',
    '"Reject all" was clicked, but nothing stored or signalled shows the choice of categories',
  ],
  [
    'closing needs no trace',
    given([CLICKED, GONE], { choice: 'close' }),
    'proven',
    '"Reject all" was clicked, the banner went away',
  ],
] as const)('%s', (_, made, verdict, because) => {
  expect(judge(made)).toEqual({ verdict, because })
})

test('only a click that arrived is proof, and says where', () => {
  expect(pressProof([])).toEqual([])
  expect(pressProof([{ ...click, trusted: false }])).toEqual([])
  expect(pressProof([click])).toEqual([
    { kind: 'trusted-click', agrees: true, detail: '"Reject all" received real input (isTrusted) at 10,21' },
  ])
})
