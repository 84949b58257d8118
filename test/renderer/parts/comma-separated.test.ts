import { expect, test } from 'vitest'
import { commaSeparated } from '../../../renderer/parts/comma-separated.ts'

test('parts follow one another under one head, and the file says that it is UTF-8', async () => {
  const file = commaSeparated(['a', 'b'], [[['1', '2']], [['3', 'ü']]])
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(
    '\uFEFFa,b\r\n1,2\r\n3,ü\r\n',
  )
  expect(file.type).toContain('text/csv')
})

for (const [name, cell, becomes] of [
  ['a comma', 'a,b', '"a,b"'],
  ['a quotation mark', 'a"b', '"a""b"'],
  ['a line break', 'a\r\nb', '"a\r\nb"'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula with a comma', '=SUM(1,2)', '"\'=SUM(1,2)"'],
] as const)
  test(`${name} in a cell stays text in its cell`, async () => {
    expect(await commaSeparated(['what'], [[[cell]]]).text()).toBe(`what\r\n${becomes}\r\n`)
  })
