import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../scanner/store/canonical-json.ts'

test('keys are sorted by code unit at every depth, without white space', () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], a: 'ä', A: true })).toBe('{"A":true,"a":"ä","b":[{"a":null,"z":1}]}')
})

test('the example of RFC 8785 comes out as printed there', () => {
  const input = {
    numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(input)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('it is JSON of the same value, whatever the order of the keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const backwards = Object.fromEntries(Object.entries(value).toReversed())
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(backwards)).toBe(canonicalJson(value))
    }),
  )
})

for (const [name, value] of [
  ['no number', Number.NaN],
  ['infinity', [Infinity]],
  ['a function', { a: () => 1 }],
  ['nothing', undefined],
] as const)
  test(`${name} has no form`, () => {
    expect(() => canonicalJson(value)).toThrow('JSON has no')
  })
