import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Knowledge } from '../../../scanner/knowledge/answers.ts'
import { classifyLine } from '../../../scanner/knowledge/classify-line.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { loadKnowledgeWith } from '../../../scanner/knowledge/load-own.ts'

let folder: string
let both: Knowledge
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tagtrail-lists-'))
  both = await withLists({ 'privacy.txt': PRIVACY, 'house.txt': HOSTS })
})
afterAll(() => rmSync(folder, { recursive: true }))

const PRIVACY = `[Adblock Plus 2.0]
! Title: EasyPrivacy
||tracker.example^$third-party
||collector.example^
/pixel.gif?$image
@@||tracker.example/allowed.js$script
shop.example###banner
`
const HOSTS = '||tracker.example^\n'

async function withLists(files: Readonly<Record<string, string>>): Promise<Knowledge> {
  const dir = mkdtempSync(join(folder, 'case-'))
  mkdirSync(join(dir, 'lists'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'lists', name), text)
  return await loadKnowledgeWith(dir)
}

const SHOP = 'https://shop.example'

test.each([
  ['a host', 'https://cdn.tracker.example/a.js', 'script', SHOP, ['house', 'EasyPrivacy']],
  [
    'a host, where the rule is for third parties',
    'https://tracker.example/',
    'xhr',
    'https://tracker.example',
    ['house'],
  ],
  ['an address with an exception', 'https://tracker.example/allowed.js', 'script', SHOP, ['house']],
  ['a path of pictures', 'https://any.example/pixel.gif?u=1', 'image', SHOP, ['EasyPrivacy']],
  ['that path, asked by a script', 'https://any.example/pixel.gif?u=1', 'fetch', SHOP, []],
  ['a frame', 'https://collector.example/frame', 'document', SHOP, ['EasyPrivacy']],
  ['a host on no list', 'https://shop.example/a.js', 'script', SHOP, []],
  ['no address', 'not an address', 'script', SHOP, []],
  ['a host that only begins alike', 'https://tracker.example.evil.test/', 'script', SHOP, []],
] as const)('%s', (_, url, resourceType, page, expected) => {
  expect(both.lists({ url, resourceType, page })).toEqual(expected)
})

test('a list is named by its title, else by its file, counted, and told in the version', () => {
  expect(both.own).toMatchObject({
    vendors: 0,
    lists: [
      { name: 'house', rules: 1 },
      { name: 'EasyPrivacy', rules: 4 },
    ],
  })
  expect(both.version).toMatch(/ with own knowledge [0-9a-f]{8} \(lists house, EasyPrivacy\)$/)
})

test.each([
  ['url', 'https://tracker.example/a.js', ['house', 'EasyPrivacy']],
  ['cookie', 'id\t.tracker.example', ['house', 'EasyPrivacy']],
  ['cookie', 'id', []],
  ['storage', 'id', []],
] as const)('a line of %s %s tells its lists, and they decide nothing', (kind, line, lists) => {
  expect(classifyLine(both, kind, line)).toEqual({ ...classifyLine(loadKnowledge(), kind, line), lists })
})

test('a list without a rule for addresses is refused', async () => {
  await expect(withLists({ 'cosmetic.txt': 'shop.example###banner\n' })).rejects.toThrow(
    'your list cosmetic holds no rule for addresses',
  )
})

test.each([
  'https://%zz.example/%',
  `https://a.example/${'x%'.repeat(5000)}`,
  'https://[::1]/',
  'ws://a.example:99999/',
  'https://a.example/?é💥%',
  `https://a.example/?${'💥'.repeat(2000)}`,
  '',
])('a hostile address throws nothing: %.30s', (url) => {
  expect(both.lists({ url, resourceType: 'script', page: SHOP })).toEqual([])
})
