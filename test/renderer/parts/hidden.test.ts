import { expect, test } from 'vitest'
import { hiddenAddress, revealedAddress } from '../../../renderer/parts/hidden.ts'

const KEPT = 'http://ann:sesame@proxy.example:8080'

for (const [typed, is] of [
  ['http://ann:••••••••@proxy.example:8080', KEPT],
  ['http://ann:••••••••@proxy.example:80', 'http://ann:sesame@proxy.example:80'],
  ['http://bob:••••••••@proxy.example:8080', 'http://bob:sesame@proxy.example:8080'],
  ['http://ann:••••••••x@proxy.example:8080', 'http://ann:x@proxy.example:8080'],
  ['http://ann:new@proxy.example:8080', 'http://ann:new@proxy.example:8080'],
  ['http://proxy.example:8080', 'http://proxy.example:8080'],
  ['', ''],
] as const)
  test(`"${typed}" over what is hidden is "${is}"`, () => expect(revealedAddress(typed, KEPT)).toBe(is))

test('the password of an address is hidden, and no other part of it', () => {
  expect(hiddenAddress(KEPT)).toBe('http://ann:••••••••@proxy.example:8080')
  expect(hiddenAddress('http://proxy.example:8080')).toBe('http://proxy.example:8080')
})
