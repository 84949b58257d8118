import { expect, test } from 'vitest'
import { queryValue, urlParts } from '../../../scanner/knowledge/url-parts.ts'

test.each([
  ['https://a.example', 'a.example', '/', ''],
  ['https://A.Example:8443/p/q?x=1#h', 'a.example', '/p/q', 'x=1'],
  ['http://user:pw@a.example/p', 'a.example', '/p', ''],
  ['wss://a.example/ws?x=?', 'a.example', '/ws', 'x=?'],
  ['https://[::1]:80/p', '[::1]', '/p', ''],
  ['https://a.example./p', 'a.example', '/p', ''],
  ['https://über.example/p', 'xn--ber-goa.example', '/p', ''],
  ['https://a.example?x=1', 'a.example', '/', 'x=1'],
])('%s', (url, host, path, query) => expect(urlParts(url)).toEqual({ host, path, query }))

test.each([
  '',
  'data:text/plain,a',
  'blob:https://a.example/1',
  'about:blank',
  'chrome-error://chromewebdata/',
  'https://',
  '://',
  'https:///p',
])('%s is no network address', (url) => expect(urlParts(url)).toBeNull())

test('an endless address is cut, not read', () => {
  expect(urlParts(`https://a.example/${'x'.repeat(100_000)}`)?.path.length).toBeLessThan(5_000)
})

test.each([
  ['a=1&b=2', 'b', '2'],
  ['ab=1&b=2', 'b', '2'],
  ['b', 'b', ''],
  ['b=%41+c', 'b', 'A c'],
  ['b=%E0%A4%A', 'b', '%E0%A4%A'],
  ['a=1', 'b', null],
  ['', 'b', null],
])('in %s the parameter %s is %s', (query, name, value) => expect(queryValue(query, name)).toBe(value))

test('a parameter behind hundreds of others is not looked for', () => {
  const many = Array.from({ length: 255 }, (_, at) => `p${at}=1`).join('&')
  expect(queryValue(`${many}&b=2`, 'b')).toBe('2')
  expect(queryValue(`${many}&one=more&b=2`, 'b')).toBeNull()
})
