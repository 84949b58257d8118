import { expect, test } from 'vitest'
import type { CookieSpec } from '../../../scanner/lab/model.ts'
import { refusalOf, type Writing } from '../../../scanner/lab/refusal.ts'
import { headerCookie } from '../../../scanner/lab/vendors/vendor.ts'

for (const [what, name, spec, writing, reason] of [
  ['an ordinary cookie', 'a', {}, {}, null],
  ['a cookie for its own domain', 'a', { domain: '.shop.example' }, {}, null],
  ['a cookie for another site', 'a', { domain: '.else.example' }, {}, 'InvalidDomain'],
  ['a host cookie for a domain', '__Host-a', { domain: '.shop.example' }, {}, 'InvalidPrefix'],
  ['a host cookie of a path', '__Host-a', { path: '/x' }, {}, 'InvalidPrefix'],
  ['a secure-named cookie without Secure', '__Secure-a', { secure: false }, {}, 'InvalidPrefix'],
  ['a Secure cookie over HTTP', 'a', {}, { url: new URL('http://www.shop.example/') }, 'SecureOnly'],
  ['a cross-site cookie without Secure', 'a', { secure: false }, {}, 'SameSiteNoneInsecure'],
  ['an HttpOnly cookie by script', 'a', { httpOnly: true }, { setBy: 'script' }, 'HttpOnly'],
  ['a third-party cookie', 'a', {}, { isThirdParty: true }, null],
  ['a Lax third-party cookie', 'a', { sameSite: 'Lax' }, { isThirdParty: true }, 'SameSiteLax'],
  ['a Strict third-party cookie', 'a', { sameSite: 'Strict' }, { isThirdParty: true }, 'SameSiteStrict'],
  [
    'a third-party cookie that names no SameSite',
    'a',
    { sameSite: null },
    { isThirdParty: true },
    'SameSiteUnspecifiedTreatedAsLax',
  ],
  ['a third-party cookie where they are blocked', 'a', {}, { isThirdParty: true, policy: 'block' }, 'UserPreferences'],
  [
    'a partitioned one where they are blocked',
    'a',
    { partitioned: true },
    { isThirdParty: true, policy: 'block' },
    null,
  ],
] as const satisfies readonly (readonly [string, string, Partial<CookieSpec>, Partial<Writing>, string | null])[]) {
  test(`${what} is ${reason === null ? 'taken' : `refused for ${reason}`}`, () => {
    const usual = { setBy: 'http', isThirdParty: false, policy: 'allow', replaced: undefined } as const
    const url = new URL('https://www.shop.example/')
    expect(refusalOf(headerCookie(name, 1, spec), { ...usual, url, ...writing })).toBe(reason)
  })
}
