import { expect, test } from 'vitest'
import { classifyLine } from '../../../scanner/knowledge/classify-line.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'

const knowledge = loadKnowledge()

test.each([
  ['url', 'https://bat.bing.com/action/0?ti=1', 'microsoft-uet', 'marketing'],
  ['url', 'no address', null, 'unclassified'],
  ['cookie', '_fbp', 'meta-pixel', 'marketing'],
  ['cookie', 'fr\t.facebook.com', 'meta-pixel', 'marketing'],
  ['cookie', 'fr\tshop.example', null, 'unclassified'],
  ['storage', 'rc::a', 'recaptcha', 'functional'],
] as const)('%s %s', (kind, line, vendor, category) => {
  expect(classifyLine(knowledge, kind, line)).toMatchObject({ input: line, vendor, category })
})
