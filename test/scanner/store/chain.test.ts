import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHAIN_START, ChainReader, ChainWriter } from '../../../scanner/store/chain.ts'

test('each line carries the hash of the one before as its last field', () => {
  const chain = new ChainWriter()
  const first = chain.link('{"a":1}')
  const second = chain.link('{}')
  expect(first).toBe(`{"a":1,"prev":"${CHAIN_START}"}`)
  expect(second).toBe(`{"prev":"${createHash('sha256').update(first).digest('hex')}"}`)
})

test('any lines follow from each other as written, and not in any other order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.jsonValue({ maxDepth: 1 }), { minLength: 2, maxLength: 8 }), (values) => {
      const writer = new ChainWriter()
      const lines = values.map((value) => writer.link(JSON.stringify({ value })))
      expect(lines.map((line) => JSON.parse(line).value)).toEqual(
        values.map((value) => JSON.parse(JSON.stringify(value))),
      )
      const reader = new ChainReader()
      expect(lines.every((line) => reader.follows(line))).toBe(true)
      const backwards = new ChainReader()
      expect(lines.toReversed().every((line) => backwards.follows(line))).toBe(false)
    }),
  )
})
