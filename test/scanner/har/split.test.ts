import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HarSplitter } from '../../../scanner/har/split.ts'

function split(text: string, sizes: readonly number[] = [1 << 20]) {
  const entries: string[] = []
  const splitter = new HarSplitter({ entry: (entry) => entries.push(entry) })
  const bytes = Buffer.from(text)
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    splitter.push(bytes.subarray(at, at + size))
    at += size
  }
  return { skeleton: splitter.end(), entries }
}

test('entries come out as they stand, and the rest is whole JSON without them', () => {
  const { skeleton, entries } = split(
    '{"log": {"version":"1.2", "entries": [ {"a":"}]{[\\"\\\\"} , {"b":[1,{"c":2}]} ], "pages":[{"id":1}]}}',
  )
  expect(entries).toEqual(['{"a":"}]{[\\"\\\\"}', '{"b":[1,{"c":2}]}'])
  expect(JSON.parse(skeleton)).toEqual({ log: { version: '1.2', entries: [0, 0], pages: [{ id: 1 }] } })
})

for (const text of [
  '{"entries":[{"a":1}]}',
  '{"log":[{"entries":[{"a":1}]}]}',
  '{"x":{"entries":[{"a":1}]},"log":{"y":{"entries":[{"a":1}]}}}',
  '{"log":{"x":"entries","y":[{"a":1}]}}',
])
  test(`there are no entries in ${text}`, () => {
    expect(split(text)).toEqual({ skeleton: text, entries: [] })
  })

test('whatever the entries hold and however the bytes arrive, nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue())),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      (entries, comment, sizes) => {
        const log = { version: '1.2', comment, entries }
        const result = split(JSON.stringify({ log }), sizes)
        expect(result.entries).toEqual(entries.map((entry) => JSON.stringify(entry)))
        expect(JSON.parse(result.skeleton)).toEqual(
          JSON.parse(JSON.stringify({ log: { ...log, entries: entries.map(() => 0) } })),
        )
      },
    ),
  )
})
