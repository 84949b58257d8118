import { Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signals } from '../../scanner/signals/index.ts'
import { findSignals } from '../../scanner/signals/traces/find.ts'

/** What every signal of the shelf keeps, whatever it reads. */

/** Anything that a hostile page could leave where a signal is looked for. */
const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.json().map(encodeURIComponent),
  fc.array(fc.tuple(fc.string(), fc.string())).map((pairs) => pairs.map(([name, is]) => `${name}=${is}`).join(';')),
  fc.constantFrom(
    '%',
    '%E0%A4%A',
    '{',
    '{"a":{"b":{"c":1}}}',
    `${'{"ads":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
    '['.repeat(3_000),
    '{"a":'.repeat(3_000),
    '\u0000',
    'null',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('01CGD-_:,=&!{}"truefals%')) }),
)

describe.each(signals.map((signal) => [signal.standard, signal] as const))('%s', (standard, signal) => {
  test('has a name of its own and places to be found in', () => {
    expect(standard).toMatch(/^[a-z][a-z0-9-]*$/)
    expect(signals.filter((other) => other.standard === standard)).toHaveLength(1)
    expect(signal.title.trim()).not.toBe('')
    expect(signal.places.length).toBeGreaterThan(0)
  })

  test('answers whatever it is given, and never throws', () => {
    const answersAnything = fc.property(anything, (raw) => {
      const decoded = signal.decode(raw)
      if (!decoded.ok) return decoded.reason !== ''
      const { says, granted, denied } = decoded.value
      if (granted.length > 0) return says === (denied.length > 0 ? 'mixed' : 'granted')
      return says === (denied.length > 0 ? 'denied' : 'unset')
    })
    expect(fc.check(answersAnything, { numRuns: 300 })).toMatchObject({ failed: false, counterexample: null })
  })

  test('asks the page with an expression that is one', () => {
    const expressions = signal.places.flatMap((place) => (place.in === 'page' ? [place.expression] : []))
    expect(expressions.map((expression) => new Script(`(${expression})`))).toHaveLength(expressions.length)
  })
})

test('a signal is found wherever the page holds it', () => {
  const found = findSignals({
    cookies: [{ name: 'OptanonConsent', value: 'groups=C0001:1,C0004:0' }],
    locals: [{ name: 'klaro', value: '{"matomo":true}' }],
    page: new Map(),
    requests: ['https://www.google-analytics.com/g/collect?gcs=G100&tid=1', 'not an address'],
  })
  expect(found.map(({ where, reading }) => [where, reading.ok && reading.value.says])).toEqual([
    ['request to www.google-analytics.com, gcs=', 'denied'],
    ['local storage klaro', 'granted'],
    ['cookie OptanonConsent', 'denied'],
  ])
})
