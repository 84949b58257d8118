import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { scanOfDemo, screensOf, setScene } from './e2e/app-scene.ts'
import { openWindow, saysIn } from './e2e/app-window.ts'

/**
 * Makes pictures of every screen in light and dark, to be looked at: `npm run pictures [folder] [language]`. Scans the
 * demo funnel once, from the button of a new user on.
 */
const [folder = 'docs/screens', language = 'en'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const STILL = { name: 'prefers-reduced-motion', value: 'reduce' }
const { client, page, show, close, complaints } = await openWindow()

async function photograph(name: string): Promise<void> {
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([STILL, { name: 'prefers-color-scheme', value }])
    await page.waitForSelector(`[data-mantine-color-scheme=${value}]`)
    await page.screenshot({ path: join(folder, `${name}-${value}.png`) })
  }
}

try {
  await saysIn(page, 'Scan the demo funnel')
  await photograph('first-run')
  const scanning = scanOfDemo(client)
  await page.waitForSelector('article a[href^="#/scans/"]')
  await page.locator('article a[href^="#/scans/"]').click()
  await page.waitForSelector('figure img', { timeout: 120_000 })
  await photograph('running')
  const scene = await setScene(client, (await scanning).id)
  const screens = await screensOf(client, scene)
  for (const { name, place, says } of screens) {
    if (language !== 'en') await client.settings.change({ language: 'en' })
    await show(place, says)
    if (language === 'de') {
      await client.settings.change({ language: 'de' })
      await page.waitForSelector('html[lang=de]')
    }
    await photograph(name)
  }
  await client.settings.change({ language: 'en' })
  await show('/', 'Latest scans')
  await page.keyboard.down('Control')
  await page.keyboard.press('k')
  await page.keyboard.up('Control')
  await page.waitForSelector('[role=dialog] input')
  await photograph('palette')
  for (const complaint of complaints) process.stdout.write(`the window complained: ${complaint}\n`)
  process.stdout.write(`${screens.length + 3} screens, twice each, in ${folder}\n`)
} finally {
  await close()
}
