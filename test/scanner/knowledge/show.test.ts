import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { show } from '../../../scanner/knowledge/show.ts'

const knowledge = loadKnowledge()

test.each([
  ['kartra', { id: 'kartra' }],
  ['kartra#endpoint:visitor-time', { id: 'visitor-time', purpose: 'collect' }],
  ['kartra#storage:kaff_*', { name: 'kaff_*', category: 'marketing' }],
  ['kartra#host:*.kartra.com', { role: 'hosted-site' }],
])('%s is shown', (citation, expected) => expect(show(knowledge, citation)).toMatchObject(expected))

test.each(['nobody', 'kartra#endpoint:none', 'kartra#', 'kartra#colour:red'])('%s is not there', (citation) =>
  expect(show(knowledge, citation)).toBeNull(),
)
