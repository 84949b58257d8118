import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { search } from '../../../scanner/knowledge/search.ts'

const knowledge = loadKnowledge()

test.each([
  ['Kartra', 'kartra', 'Kartra'],
  ['bing ads', 'microsoft-uet', 'Bing Ads'],
  ['krtra', 'kartra', '*.krtra.com'],
  ['_ga_ABC123', 'google-analytics', '_ga_*'],
  ['msclkid', 'microsoft-uet', 'msclkid'],
])('%s finds %s by %s', (words, vendorId, what) => {
  expect(search(knowledge, words)).toContainEqual(expect.objectContaining({ vendorId, what }))
})

test.each(['', '   ', 'no such vendor'])('%j finds nothing', (words) => expect(search(knowledge, words)).toEqual([]))
