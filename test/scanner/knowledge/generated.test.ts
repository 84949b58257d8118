import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generatedBytes, readGenerated } from '../../../scanner/knowledge/generated.ts'
import { compile, compileTables } from '../../../scanner/knowledge/knowledge.ts'
import { sourcesOfCheckout } from '../../../scanner/knowledge/sources.ts'

const sources = sourcesOfCheckout()
let folder: string
let file: URL
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tagtrail-generated-'))
  file = pathToFileURL(join(folder, 'knowledge.ndjson.gz'))
  writeFileSync(file, generatedBytes(sources, 'stamp-1'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('what is generated answers as what it was generated from', () => {
  const generated = readGenerated(file, 'stamp-1')
  if (generated === null) throw new Error('it was not read')
  const [now, before] = [compileTables(generated.tables, generated.shelf), compile(sources)]
  const funnel = now.funnel(['shop.example'])
  for (const url of ['https://bat.bing.com/bat.js', 'https://bid.g.criteo.com/x', 'https://shop.example/a'])
    expect(now.identifyRequest({ url, method: 'GET', resourceType: 'script', funnel })).toEqual(
      before.identifyRequest({ url, method: 'GET', resourceType: 'script', funnel }),
    )
  for (const name of ['_fbp', 'obscure', '_pk_id.1', 'AMCV_1'])
    expect(now.identifyCookie({ name, domain: null, party: null })).toEqual(
      before.identifyCookie({ name, domain: null, party: null }),
    )
  expect(now.version).toBe(before.version)
  expect(now.vendor('kartra')).toEqual(before.vendor('kartra'))
  expect(now.vendor('nobody')).toBeNull()
  expect(now.vendors).toHaveLength(sources.records.length)
})

test.each([
  ['made from something else', 'stamp-2'],
  ['of another shape', null, gzipSync('{"format":0,"stamp":"stamp-1"}\n[]\n[]\n[]\n')],
  ['that was not packed', null, '{"format":2,"stamp":"stamp-1"}\n[]\n[]\n[]\n'],
  ['empty', null, ''],
  ['cut off', null, generatedBytes(sources, 'stamp-1').subarray(0, 5000)],
] as const)('a file %s is not read', (_, stamp, content?: string | Uint8Array) => {
  const other = pathToFileURL(join(folder, 'other.ndjson'))
  writeFileSync(other, content ?? generatedBytes(sources, 'stamp-1'))
  expect(readGenerated(other, stamp)).toBeNull()
})

test('nor one that is not there', () => {
  expect(readGenerated(pathToFileURL(join(folder, 'none')), null)).toBeNull()
})
