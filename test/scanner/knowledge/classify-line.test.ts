import { expect, test } from 'vitest'
import { classifyLine } from '../../../scanner/knowledge/classify-line.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'

const knowledge = loadKnowledge()

test.each([
  ['url', 'https://bat.bing.com/action/0?ti=1', 'microsoft-uet', 'marketing'],
  ['url', 'no address', null, 'unclassified'],
  ['cookie', '_fbp', 'meta-pixel', 'marketing'],
  ['cookie', 'fr\t.facebook.com', 'meta-pixel', 'marketing'],
  ['cookie', 'fr\tshop.example', null, 'unclassified'],
  ['storage', 'rc::a', 'recaptcha', 'functional'],
] as const)('%s %s', (kind, line, vendor, category) => {
  expect(classifyLine(knowledge, kind, line)).toMatchObject({ input: line, vendor, category })
})

test.each([
  ['url', '//www.google-analytics.com/analytics.js', 'google-analytics'],
  ['url', ' https://www.facebook.com/tr?id=1 ', 'meta-pixel'],
  ['url', 'www.facebook.com/tr?id=1', 'meta-pixel'],
  ['url', 'HTTPS://user:pw@WWW.Facebook.com:443/tr?id=1', 'meta-pixel'],
  ['url', 'https://www.facebook.com./tr?id=1', 'meta-pixel'],
  ['url', 'analytics.js', null],
  ['url', '/g/collect?v=2', null],
  ['url', 'ftp://www.facebook.com/tr?id=1', null],
  ['url', 'data:text/html,https://www.facebook.com/tr?id=1', null],
  ['url', `https://${'a.'.repeat(5_000)}`, null],
  ['cookie', '_ga=GA1.2.3', 'google-analytics'],
  ['cookie', ' _ga ', 'google-analytics'],
  ['cookie', 'fr\thttps://www.facebook.com/', 'meta-pixel'],
  ['cookie', 'fr\twww.facebook.com:443', 'meta-pixel'],
  ['cookie', 'fr\t..Facebook.com.', 'meta-pixel'],
  ['cookie', 'fr\t127.0.0.1', null],
  ['cookie', '__proto__\tconstructor', null],
  ['cookie', '', null],
  ['storage', '_gcl_ls', 'google-ads'],
  ['storage', '\ufffd\u2028', null],
] as const)('as people write it: %s %s', (kind, line, vendor) => {
  const answer = classifyLine(knowledge, kind, line)
  expect([answer.input, answer.vendor]).toEqual([line, vendor])
})
