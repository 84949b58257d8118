import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vendorRecord as template } from '../../../main/new/vendor-record.ts'
import type { Knowledge } from '../../../scanner/knowledge/answers.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { loadKnowledgeWith } from '../../../scanner/knowledge/load-own.ts'
import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tagtrail-own-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function withOwn(files: Readonly<Record<string, object>>): Promise<Knowledge> {
  const dir = mkdtempSync(join(folder, 'case-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), JSON.stringify(content))
  return await loadKnowledgeWith(dir)
}

/** The template, filled in. */
function vendorRecord(id: string, day: string): VendorRecord {
  const record = template(id, day)
  const told = 'Counts visits of the house’s own shops.'
  return { ...record, summary: told, overview: told, categories: { ...record.categories, why: told } }
}

const ask = (knowledge: Knowledge, url: string) =>
  knowledge.identifyRequest({ url, method: 'GET', resourceType: 'script', funnel: knowledge.funnel([]) }).identification

test("the user's vendor is known as ours are, and the version says that it was there", async () => {
  const knowledge = await withOwn({ 'house-tracker.json': vendorRecord('house-tracker', '2026-11-21') })
  expect(ask(knowledge, 'https://cdn.house-tracker.example/tag.js')).toMatchObject({
    vendorId: 'house-tracker',
    layer: 'endpoint',
  })
  expect(knowledge.vendor('house-tracker')?.name).toBe('house-tracker')
  expect(knowledge.version).toMatch(/^\S+ with own knowledge [0-9a-f]{8} \(vendors house-tracker\)$/)
  expect(knowledge.own).toEqual({ path: expect.stringContaining(folder), vendors: 1, categories: 0, lists: [] })
  expect(ask(loadKnowledge(), 'https://cdn.house-tracker.example/tag.js').vendorId).toBeNull()
  expect(loadKnowledge().own).toBeNull()
})

test('a record of an id we have stands in place of ours', async () => {
  const hotjar = { ...vendorRecord('hotjar', '2026-11-21'), name: 'Hotjar, as we see it' }
  const knowledge = await withOwn({ 'hotjar.json': hotjar })
  expect(knowledge.vendor('hotjar')?.name).toBe('Hotjar, as we see it')
  expect(knowledge.vendors).toHaveLength(loadKnowledge().vendors.length)
  expect(ask(knowledge, 'https://static.hotjar.com/c/hotjar-1.js').layer).toBe('owner')
})

const decided = (of: string, category: string) => ({
  'categories.json': { schema: 1, categories: [{ of, category, because: 'our DPO says so' }] },
})

test.each([
  ['of a vendor', 'hotjar', 'https://static.hotjar.com/c/hotjar-1.js', 'marketing'],
  ['of a vendor by its host', 'hotjar', 'https://new.hotjar.com/x', 'marketing'],
  ['of one request of it', 'hotjar#endpoint:tag', 'https://static.hotjar.com/c/hotjar-1.js', 'marketing'],
  ['of an owner without a record of ours', 'exactag', 'https://m.exactag.com/x', 'functional'],
] as const)('a category %s is as the user decided, and disputed', async (_, of, url, category) => {
  const answer = ask(await withOwn(decided(of, category)), url)
  expect(answer).toMatchObject({ category, disputed: true })
  expect(answer.source).toMatch(/; category set by you: our DPO says so$/)
})

test('what was not decided stays as it is', async () => {
  const url = 'https://new.hotjar.com/x'
  expect(ask(await withOwn(decided('hotjar#endpoint:tag', 'marketing')), url)).toEqual(ask(loadKnowledge(), url))
})

test.each([
  [
    'a host of another vendor',
    {
      ...vendorRecord('acme', '2026-11-21'),
      domains: [
        { host: '*.clarity.ms', role: 'tracker', category: 'marketing', confidence: 'inferred', sources: ['memory'] },
      ],
    },
    'both list the host *.clarity.ms',
  ],
  ['another id inside', vendorRecord('other', '2026-11-21'), "the id inside is 'other'"],
])('a record with %s is refused in a sentence', async (_, record, told) => {
  await expect(withOwn({ 'acme.json': record })).rejects.toThrow(told)
})

test('an empty folder is refused, for a wrong path would change nothing silently', async () => {
  await expect(withOwn({})).rejects.toThrow('holds no .json file')
})
