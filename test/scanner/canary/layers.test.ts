import { expect, test } from 'vitest'
import { layersOf } from '../../../scanner/canary/layers.ts'

for (const [name, text, decoded] of [
  ['a text without codes is its own reading', 'a=b&c=d', 'a=b&c=d'],
  ['percent-encoding comes off, layer by layer', 'u=a%2540b', 'u=a%40b\nu=a@b'],
  ['blanks of forms are read as such, and as they stand', 'n=a+b%2Bc', 'n=a+b+c\nn=a b c'],
  ['broken percent-encoding stays', '%E0%A4%A', '%E0%A4%A'],
  ['letters of JSON are read', '"a\\u0040b"', '"a@b"'],
] as const)
  test(name, () => expect(layersOf(text)).toMatchObject({ raw: text, decoded }))

test('what stands in base64 is read, wherever its letters begin', () => {
  const hidden = Buffer.from('somebody@example.com').toString('base64')
  for (const before of ['', 'x', 'xy', 'xyz', 'em=', 'v1.'])
    expect(layersOf(before + hidden).inside.some((text) => text.includes('somebody@example.com'))).toBe(true)
})

test('a long text costs its beginning only', () => {
  expect(layersOf('x'.repeat(3_000_000)).raw).toHaveLength(1_048_576)
})
