import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cookieInJar, identityOf, parseCookie } from '../../../scanner/collectors/set-cookie.ts'
import { jarCookie } from '../../evidence/jar-cookie.ts'
import { NOW } from '../../evidence/fake-pen.ts'

const URL_OF_ANSWER = new URL('https://www.shop.example/checkout/step?x=1')
const parse = (line: string, url = URL_OF_ANSWER, partitionKey: string | null = null) =>
  parseCookie(line, url, partitionKey, NOW)

test('a bare cookie belongs to the host that set it, for the session', () => {
  expect(parse('_fbp=fb.1.2')).toEqual({
    name: '_fbp',
    value: 'fb.1.2',
    domain: 'www.shop.example',
    path: '/checkout',
    partitionKey: null,
    lifetimeDays: null,
    httpOnly: false,
    secure: false,
    sameSite: null,
  })
})

test('every attribute is read, in any case', () => {
  const line = 'uid=1; DOMAIN=Shop.Example; path=/; MAX-AGE=86400; HttpOnly; secure; samesite=NONE; Partitioned'
  expect(parse(line, URL_OF_ANSWER, 'https://top.example')).toEqual({
    name: 'uid',
    value: '1',
    domain: '.shop.example',
    path: '/',
    partitionKey: 'https://top.example',
    lifetimeDays: 1,
    httpOnly: true,
    secure: true,
    sameSite: 'None',
  })
})

describe('lifetime in days', () => {
  for (const [attributes, days] of [
    ['', null],
    ['; Max-Age=86400', 1],
    // Browsers keep none longer.
    ['; Max-Age=63072000', 400],
    ['; Max-Age=0', 0],
    ['; Max-Age=-1', -0],
    ['; Expires=Thu, 31 Dec 2026 00:00:00 GMT', 364],
    ['; Expires=Thu, 01-Jan-1970 00:00:01 GMT', -20453.99998842592],
    ['; Max-Age=86400; Expires=Thu, 31 Dec 2026 00:00:00 GMT', 1],
    ['; Expires=Thu, 31 Dec 2026 00:00:00 GMT; Max-Age=86400', 1],
    ['; Max-Age=soon; Expires=Thu, 31 Dec 2026 00:00:00 GMT', 364],
    ['; Expires=whenever', null],
  ] as const)
    test(`a=1${attributes}`, () => {
      const lifetime = parse(`a=1${attributes}`)?.lifetimeDays
      if (days === null) expect(lifetime).toBeNull()
      else expect(lifetime).toBeCloseTo(days, 2)
    })
})

describe('path', () => {
  for (const [line, address, path] of [
    ['a=1', 'https://shop.example/', '/'],
    ['a=1', 'https://shop.example/page', '/'],
    ['a=1', 'https://shop.example/folder/', '/folder'],
    ['a=1; Path=relative', 'https://shop.example/folder/page', '/folder'],
    ['a=1; Path=/shop', 'https://shop.example/', '/shop'],
  ] as const)
    test(`${line} from ${address} is for ${path}`, () => expect(parse(line, new URL(address))?.path).toBe(path))
})

describe('what stands before the first semicolon', () => {
  for (const [line, name, value] of [
    ['a=1', 'a', '1'],
    ['  a =  1 ', 'a', '1'],
    ['a==b=', 'a', '=b='],
    ['a=', 'a', ''],
    ['=b', '', 'b'],
    ['lone', '', 'lone'],
    ['a="1"', 'a', '"1"'],
    ['a=%7B%22b%22%3A1%7D', 'a', '%7B%22b%22%3A1%7D'],
    ['a=1,b=2', 'a', '1,b=2'],
  ] as const)
    test(line, () => expect(parse(line)).toMatchObject({ name, value }))
})

for (const line of ['', ';', '=', '; Path=/'])
  test(`${line || 'nothing'} is no cookie`, () => expect(parse(line)).toBeNull())

test('only a partitioned cookie has a partition', () => {
  expect(parse('a=1; Secure', URL_OF_ANSWER, 'https://top.example')?.partitionKey).toBeNull()
})

test('no line makes it throw, and what it reads makes sense', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('Path=', 'Domain=', 'Max-Age=', 'Expires=', 'SameSite=', 'Partitioned', 'Secure', 'a=b', '='),
  )
  const line = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(';'))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), line), fc.webUrl(), (given, address) => {
      const cookie = parseCookie(given, new URL(address), null, NOW)
      if (cookie === null) return
      expect(cookie.path.startsWith('/')).toBe(true)
      expect(cookie.domain).not.toBe('')
      expect(Number.isNaN(cookie.lifetimeDays)).toBe(false)
    }),
  )
})

test('a cookie of the jar counts its days from now', () => {
  expect(cookieInJar(jarCookie({ expires: NOW / 1000 + 2 * 86_400 }), NOW)).toMatchObject({ lifetimeDays: 2 })
  expect(cookieInJar(jarCookie({ session: true, expires: -1 }), NOW)).toMatchObject({ lifetimeDays: null })
})

test('a cookie of the jar names the site it is partitioned by', () => {
  const partitionKey = { topLevelSite: 'https://top.example', hasCrossSiteAncestor: true }
  expect(cookieInJar(jarCookie({ partitionKey }), NOW).partitionKey).toBe('https://top.example')
})

test('name, domain, path and partition make two cookies one', () => {
  const one = cookieInJar(jarCookie({}), NOW)
  expect(identityOf({ ...one, lifetimeDays: 9, secure: true })).toBe(identityOf(one))
  for (const other of [{ name: 'b' }, { domain: 'b.example' }, { path: '/b' }, { partitionKey: 'https://b.example' }])
    expect(identityOf({ ...one, ...other })).not.toBe(identityOf(one))
})
