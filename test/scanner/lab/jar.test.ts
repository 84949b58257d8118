import { expect, test } from 'vitest'
import { jarKey, newCookie, seenBy } from '../../../scanner/lab/jar.ts'
import { headerCookie } from '../../../scanner/lab/vendors/vendor.ts'
import { tinySite } from './tiny-site.ts'

const taken = { host: 'px.vendor.example', site: tinySite([]), vendor: 'vendor' }

for (const [asked, kept] of [
  [null, null],
  [1, 1],
  [400, 400],
  [730, 400],
] as const) {
  test(`a cookie that asks for ${asked ?? 'no'} days is kept for ${kept ?? 'the session'}`, () => {
    expect(newCookie(headerCookie('id', asked), taken).lifetimeDays).toBe(kept)
  })
}

test('a cookie without a domain belongs to its host, a partitioned one to the site on top', () => {
  expect(newCookie(headerCookie('id', 1, { partitioned: true }), taken)).toMatchObject({
    domain: 'px.vendor.example',
    partitionKey: 'https://tiny.example',
  })
})

for (const [host, domain, isSeen] of [
  ['px.vendor.example', '.vendor.example', true],
  ['vendor.example', '.vendor.example', true],
  ['othervendor.example', '.vendor.example', false],
  ['px.vendor.example', 'vendor.example', false],
  ['vendor.example', 'vendor.example', true],
] as const) {
  test(`${host} ${isSeen ? 'gets' : 'does not get'} a cookie of ${domain}`, () => {
    expect(seenBy(host, newCookie(headerCookie('id', 1, { domain }), taken))).toBe(isSeen)
  })
}

test('the same name on another path is another cookie', () => {
  const [one, two] = ['/', '/recaptcha'].map((path) => jarKey(newCookie(headerCookie('id', 1, { path }), taken)))
  expect(one).not.toBe(two)
})
