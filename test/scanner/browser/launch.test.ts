import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../scanner/browser/launch.ts'
import { ACCESS } from '../../evidence/plan.ts'
import { openRealBrowser, type RealBrowser } from '../../evidence/real-browser.ts'
import { temporaryFolder } from '../store/temporary-folder.ts'

let browser: RealBrowser
beforeAll(async () => {
  browser = await openRealBrowser({ pages: { 'shop.example/page': '<title>Shop</title>' }, locale: 'de-AT' })
})
afterAll(() => browser.close())

test('it looks like an ordinary visitor’s browser, to the server and to the page', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/page')
  const said = await visit.page.evaluate(() => ({
    webdriver: navigator.webdriver,
    userAgent: navigator.userAgent,
    language: navigator.language,
  }))
  const [hit] = browser.internet.hits.filter(({ at }) => at === 'shop.example/page')
  expect(hit?.headers['accept-language']).toMatch(/^de-AT,de;q=0\.9/)
  expect(hit?.headers['user-agent']).toBe(said.userAgent)
  expect(JSON.stringify(hit?.headers)).not.toMatch(/headless/i)
  expect(said).toMatchObject({ webdriver: false, language: 'de-AT' })
  expect(said.userAgent).toBe(browser.running.userAgent)
  expect(said.userAgent).toMatch(/Chrome\/\d+\.0\.0\.0 Safari/)
  expect(browser.running.product).toMatch(/^Chrome\/\d+\./)
  await visit.visitor.forget()
})

test('it calls nobody but the site it visits', async () => {
  const visit = await browser.visit()
  await visit.goTo('https://shop.example/page')
  await visit.settle()
  await visit.visitor.forget()
  expect(browser.internet.hits.map(({ at }) => at).filter((at) => !at.startsWith('shop.example/'))).toEqual([])
})

const choice = { path: process.execPath, version: '156.0.0.0', source: 'setting', env: {} } as const

test('a program that is no browser is named, with the way out', async () => {
  const profile = await temporaryFolder()
  await expect(launchBrowser({ choice, access: ACCESS, locale: 'en-GB', profile })).rejects.toMatchObject({
    code: 'browser-missing',
    message: expect.stringMatching(new RegExp(`^${process.execPath} did not start as a browser .*CHROME_PATH$`)),
  })
})

for (const [name, text, message] of [
  ['that is not there', null, 'cannot read'],
  ['without a certificate in it', 'no certificate', 'holds no PEM certificate'],
] as const)
  test(`a file of trust ${name} is a mistake in the plan`, async () => {
    const profile = await temporaryFolder()
    const trust = join(profile, 'trust.pem')
    if (text !== null) await writeFile(trust, text)
    const access = { ...ACCESS, certificates: { acceptInvalid: false, trust } }
    await expect(launchBrowser({ choice, access, locale: 'en-GB', profile })).rejects.toMatchObject({
      code: 'plan-invalid',
      message: expect.stringContaining(message),
    })
  })
