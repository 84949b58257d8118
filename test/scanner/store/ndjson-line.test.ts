import { expect, test } from 'vitest'
import { jsonLine, MAX_LINE } from '../../../scanner/store/ndjson-line.ts'
import { observations } from '../samples.ts'

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, '\u0000'.repeat(2000)]))

for (const [name, value, cut] of [
  ['an ordinary fact stays whole', observations[0], 'nothing'],
  [
    'an address of five million characters loses its end',
    { ...observations[0], url: `https://a.example/?${'x'.repeat(5e6)}` },
    'texts',
  ],
  ['a thousand long headers lose members', { ...observations[0], headers: many(1000) }, 'lists'],
  [
    'a stack of a million calls loses its depth',
    { ...observations[1], stack: Array.from({ length: 1e6 }, () => ({ url: 'a' })) },
    'lists',
  ],
] as const)
  test(name, () => {
    const line = jsonLine(value)
    expect(line.cut).toBe(cut)
    expect(line.text.length).toBeLessThanOrEqual(MAX_LINE)
    expect(line.text).not.toContain('\n')
    expect(JSON.parse(line.text)).toMatchObject({ id: 'r1-rejected-000001', utc: '2026-01-02T03:04:05.678Z' })
  })

test('what was cut says how long it was', () => {
  const { text } = jsonLine({ value: 'y'.repeat(2e6) })
  expect(text).toMatch(/^\{"value":"y+\.\.\. \[cut, 2000000 characters\]"\}$/)
})
