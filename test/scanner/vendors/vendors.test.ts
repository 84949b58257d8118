import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../scanner/knowledge/knowledge.ts'
import { sourcesOfCheckout, vendorFiles } from '../../../scanner/knowledge/sources.ts'
import { faultsOfRecords } from '../../../scanner/knowledge/check.ts'
import { parseTable, tellItem, ask } from './table.ts'

/** The shelf is its folder: every record `scanner/vendors/<id>.json` has a table `test/scanner/vendors/<id>.json`. */
const tables = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'))
const sources = sourcesOfCheckout()
const knowledge = compile(sources)

test('every record has a table and every table a record', () => {
  expect(tables.toSorted()).toEqual([...vendorFiles()])
})

test('the data lint finds nothing to say', () => {
  expect(faultsOfRecords(sources.records)).toEqual([])
})

describe.each(tables)('%s', (file) => {
  const id = file.replace(/\.json$/, '')
  const table = parseTable(readFileSync(new URL(file, import.meta.url), 'utf8'))

  test.each(table.mine.map((row) => [tellItem(row), row] as const))('is mine: %s', (_, row) => {
    const { identification } = ask(knowledge, row)
    expect({
      vendor: identification.vendorId,
      category: identification.category,
      purpose: row.purpose && identification.purpose,
    }).toEqual({
      vendor: id,
      category: row.category,
      purpose: row.purpose,
    })
  })

  test.each(table.notMine.map((row) => [tellItem(row), row] as const))('is not mine: %s', (_, row) => {
    expect(ask(knowledge, row).identification.vendorId).not.toBe(id)
  })
})
