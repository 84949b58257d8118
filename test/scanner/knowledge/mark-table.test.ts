import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../../scanner/collectors/page-marks.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { markTable, type Traces } from '../../../scanner/knowledge/mark-table.ts'

const knowledge = loadKnowledge()
const NONE: Traces = { globals: [], elements: [], classes: [], inlineScripts: [] }
const found = (traces: Partial<Traces>) =>
  knowledge
    .identifyMarks({ ...NONE, ...traces })
    .map(({ vendorId, confidence, source }) => [vendorId, confidence, source])
const script = (text: string) => ({ sha256: '', length: text.length, words: wordsOf(text) })

describe('a vendor is known by what it left on the page', () => {
  test.each([
    ['its names', { globals: ['fbq', '_fbq'] }, [['meta-pixel', 'probable', 'meta-pixel#mark:_fbq']]],
    [
      'an element',
      { elements: [{ tag: 'script', id: null, classes: [], attributes: { 'data-tracking-id': 'tk_1f' } }] },
      [['highlevel', 'probable', "highlevel#mark:script[data-tracking-id^='tk_']"]],
    ],
    [
      'an inline script',
      { inlineScripts: [script(`window.secure_base_url='//app.kartra.com/'`)] },
      [['kartra', 'probable', "kartra#mark:secure_base_url='//app.kartra.com/'"]],
    ],
    [
      'a name that scripts write in full',
      { inlineScripts: [script('Static.SQUARESPACE_CONTEXT = {}')] },
      [['squarespace', 'indicative', 'squarespace#mark:Static.SQUARESPACE_CONTEXT']],
    ],
    [
      'a single name from memory is a hint',
      { globals: ['LogRocket'] },
      [['logrocket', 'indicative', 'logrocket#mark:LogRocket']],
    ],
  ] as const)('%s', (_, traces, expected) => expect(found(traces)).toEqual(expected))
})

test.each([
  ['a common word', ['analytics']],
  ['a short name', ['ga']],
  ['what two products of one house share', ['gtag', 'dataLayer']],
  ['what two vendors claim', ['CookieConsent']],
  ['what nobody claims', ['shopBasket']],
])('%s names nobody', (_, globals) => expect(found({ globals })).toEqual([]))

test('the answer says what the vendor is for, and cites a fact that can be shown', () => {
  const [answer] = knowledge.identifyMarks({ ...NONE, globals: ['fbq', '_fbq'] })
  expect(answer).toMatchObject({ category: 'marketing', purpose: 'load', layer: 'page-mark', name: 'Meta Pixel' })
})

test('a category that the user has set holds for marks too', () => {
  const vendor = { id: 'acme', name: 'Acme', category: 'marketing', disputed: false } as const
  const marks = [{ kind: 'global', value: 'acmeTracker', confidence: 'code' }] as const
  const table = markTable([{ ...vendor, marks }], (answer) => ({ ...answer, category: 'analytics' }))
  expect(table.find({ ...NONE, globals: ['acmeTracker'] }).map(({ category }) => category)).toEqual(['analytics'])
})
