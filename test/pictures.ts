import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { scanOfDemo, screensOf, setScene } from './e2e/app-scene.ts'
import { openWindow, saysIn, stillness } from './e2e/app-window.ts'

/**
 * Makes pictures of every screen in light and dark, to be looked at: `npm run pictures [folder] [language] [width x
 * height] [zoom]`, such as `npm run pictures /tmp/seen de 1000x700`. Scans the demo funnel once, from the button of a
 * new user on.
 */
const [folder = 'docs/screens', language = 'en', size = '1360x860', zoom = '1'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const STILL = { name: 'prefers-reduced-motion', value: 'reduce' }
const { client, page, show, close, complaints, loseConnection, folder: dataFolder } = await openWindow()
const [width = 1360, height = 860] = size.split('x').map(Number)
const scale = Number(zoom)
// As the browser's own zoom does it: fewer of larger pixels.
await page.setViewport({
  width: Math.round(width / scale),
  height: Math.round(height / scale),
  deviceScaleFactor: scale,
})
let pictures = 0

async function photograph(name: string): Promise<void> {
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([STILL, { name: 'prefers-color-scheme', value }])
    await page.waitForSelector(`[data-mantine-color-scheme=${value}]`)
    await stillness(page)
    await page.screenshot({ path: join(folder, `${name}-${value}.png`) })
    pictures++
  }
}

/** What is done to a screen is done in English. */
async function inLanguage(work: () => Promise<void>): Promise<void> {
  if (language !== 'de') return work()
  await client.settings.change({ language: 'de' })
  await page.waitForSelector('html[lang=de]')
  await stillness(page)
  await work()
  await client.settings.change({ language: 'en' })
  await page.waitForSelector('html[lang=en]')
}

try {
  await saysIn(page, 'Scan the demo funnel')
  await inLanguage(() => photograph('first-run'))
  const scanning = scanOfDemo(client)
  await page.waitForSelector('article a[href^="#/scans/"]')
  await inLanguage(() => photograph('home-scanning'))
  await page.locator('article a[href^="#/scans/"]').click()
  await page.waitForSelector('figure img', { timeout: 120_000 })
  await inLanguage(() => photograph('running'))
  const scene = await setScene(client, dataFolder, (await scanning).id)
  for (const { name, place, says, act } of await screensOf(client, scene)) {
    await show(place, says)
    await act?.(page)
    await stillness(page)
    await inLanguage(() => photograph(name))
  }
  await client.settings.change({ language: language === 'de' ? 'de' : 'en' })
  await page.waitForSelector(`html[lang=${language}]`)
  await page.evaluate(() => void (location.hash = '#/'))
  await page.waitForSelector('#latest')
  for (const complaint of complaints) process.stdout.write(`the window complained: ${complaint}\n`)
  await loseConnection()
  await page.waitForSelector('main [role=alert]')
  await photograph('connection-lost')
  process.stdout.write(`${pictures} pictures in ${folder}\n`)
} finally {
  await close()
}
