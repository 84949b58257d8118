import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bodyNames } from '../../../scanner/collectors/body-names.ts'

test.each([
  ['a form', 'id=1&ev=PageView&cd%5Bvalue%5D=3', ['id', 'ev', 'cd[value]']],
  ['events line by line', 'en=page_view&ep.a=1\r\nen=scroll&epn.b=2', ['en', 'ep.a', 'epn.b']],
  ['JSON', '{"unique_string":"a","location":{"href":"b"}}', ['unique_string', 'location']],
  ['a list of JSON', '[{"type":"page","userId":"a"},{"other":1}]', ['type', 'userId']],
  [
    'parts of a form',
    '--x\r\nContent-Disposition: form-data; name="ev"\r\n\r\nPageView\r\n--x\r\nContent-Disposition: form-data; name="dl"\r\n\r\na\r\n--x--',
    ['ev', 'dl'],
  ],
  ['nothing', '', []],
  ['a word', 'hello', []],
  ['broken JSON', '{"a":', []],
  ['text', 'Dear reader, a=b', []],
  ['keys that are data', '{"ann@mail.example":1,"0cc175b9c0f1b6a831c399e269772661":2,"user_123456":3,"ok":4}', ['ok']],
  ['half an escape', '%E0%A=1&b=2', ['b']],
])('of %s', (_, text, names) => expect(bodyNames(Buffer.from(text))).toEqual(names))

test('what is packed or large is not read, and of many names the first are kept', () => {
  expect(bodyNames(gzipSync('a=1'))).toEqual([])
  expect(bodyNames(Buffer.from(`a=${'x'.repeat(70_000)}`))).toEqual([])
  expect(bodyNames(Buffer.from(Array.from({ length: 90 }, (_, at) => `n${at}=1`).join('&')))).toHaveLength(40)
})
