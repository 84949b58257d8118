import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitIpFrom } from '../../../scanner/browser/exit-ip.ts'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'

const pages = {
  'ip.example/text': '203.0.113.7\n',
  'ip.example/json': '{"ip":"2001:db8::7","version":"1.2.3"}',
  'ip.example/page': '<h1>Your address</h1><p>It is 198.51.100.23, as of 12:30:05.</p>',
  'ip.example/none': 'no address: 1.2.3.4.5 and 300.1.1.1',
  'ip.example/broken': { status: 500, body: '' },
}

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages })
})
afterAll(() => browser.close())

for (const [path, address] of [
  ['text', '203.0.113.7'],
  ['json', '2001:db8::7'],
  ['page', '198.51.100.23'],
  ['none', null],
  ['broken', null],
] as const)
  test(`the answer of /${path} is ${address ?? 'no address'}`, async () => {
    expect(await exitIpFrom(browser.running.browser, `https://ip.example/${path}`)).toBe(address)
  })
