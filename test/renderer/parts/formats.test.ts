import { expect, test } from 'vitest'
import { formatsOf } from '../../../renderer/parts/formats.ts'

const [en, de] = [formatsOf('en'), formatsOf('de')]

for (const [name, english, german] of [
  ['a number', en.number(12_345.6), de.number(12_345.6)],
  ['a time since', en.since(1204), de.since(1204)],
  ['a lifetime', en.lifetime(365), de.lifetime(365)],
  ['a day that is no moment', en.day('2026-12-01'), de.day('2026-12-01')],
] as const)
  test(`${name} is written by the language of the window`, () =>
    expect([english, german]).toEqual(
      {
        'a number': ['12,345.6', '12.345,6'],
        'a time since': ['1.204 s', '1,204 s'],
        'a lifetime': ['365 days', '365 Tage'],
        'a day that is no moment': ['Dec 1, 2026', '01.12.2026'],
      }[name],
    ))

test('German tells the time by 24 hours', () => {
  const evening = new Date(2026, 10, 21, 18, 5).toISOString()
  expect(de.dateTime(evening)).toContain('18:05')
  expect(en.dateTime(evening)).toContain('6:05')
})
