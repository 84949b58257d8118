import { expect, test } from 'vitest'
import { canaryOf, typedFor, withClickIds } from '../../scanner/canary.ts'

const SALT = '00ff17'
const rejected = { run: 1, state: 'rejected' } as const

test('a canary is the same whenever it is made, and another in each run, state and scan', () => {
  expect(canaryOf(SALT, rejected, ['gclid'])).toEqual(canaryOf(SALT, rejected, ['gclid']))
  const emails = [
    canaryOf(SALT, rejected),
    canaryOf(SALT, { run: 2, state: 'rejected' }),
    canaryOf(SALT, { run: 1, state: 'accepted' }),
    canaryOf('1234', rejected),
  ].map(({ email }) => email)
  expect(new Set(emails).size).toBe(4)
})

test('nobody can be reached by it, and every form takes it', () => {
  for (const run of [1, 2, 3, 4, 5]) {
    const canary = canaryOf(SALT, { run, state: 'accepted' })
    expect(canary.email).toMatch(/^canary-[0-9a-f]{14}@example\.com$/)
    expect(canary.phone).toMatch(/^\+447700900\d{3}$/)
    expect(canary.firstName).toMatch(/^[A-Z][a-z]{9}$/)
    expect(canary.lastName).toMatch(/^[A-Z][a-z]{9}$/)
    expect(canary.firstName).not.toBe(canary.lastName)
  }
})

test('each part is typed as a person would', () => {
  const canary = canaryOf(SALT, rejected)
  expect(typedFor(canary, 'email')).toBe(canary.email)
  expect(typedFor(canary, 'phone')).toBe(canary.phone)
  expect(typedFor(canary, 'name')).toBe(`${typedFor(canary, 'first-name')} ${typedFor(canary, 'last-name')}`)
})

test('click ids stand on the entry address beside what it had', () => {
  const canary = canaryOf(SALT, rejected, ['gclid', 'fbclid'])
  const { searchParams } = new URL(withClickIds('https://shop.example/?utm_source=mail&gclid=old#top', canary))
  expect(Object.fromEntries(searchParams)).toEqual({ utm_source: 'mail', ...canary.clickIds })
  expect(canary.clickIds['gclid']).toMatch(/^Tt[0-9a-f]{22}$/)
  expect(canary.clickIds['gclid']).not.toBe(canary.clickIds['fbclid'])
  expect(withClickIds('https://shop.example/a?b#c', canaryOf(SALT, rejected))).toBe('https://shop.example/a?b#c')
})
