import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
const program = existsSync(join(folder, 'path.txt'))
  ? join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  : null
const canRun = program !== null && existsSync(program) && existsSync('out/main/index.js')

/** Not run where Electron's binary is absent, and said so; the workflow for installers makes its absence a failure. */
test.skipIf(!canRun && process.env['TAGTRAIL_ELECTRON'] !== 'required')(
  'the built application opens its window in a real Electron, and its page has no way to Node',
  async () => {
    const env = { ...process.env, TAGTRAIL_DATA: await temporaryFolder() }
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const child = spawn(program ?? '', ['.', '--remote-debugging-port=0', ...root], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const address = await new Promise<string>((found, missing) => {
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const [, endpoint] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
        if (endpoint !== undefined) found(endpoint)
      })
      child.once('exit', (code) => missing(new Error(`Electron ended with ${code}: ${said}`)))
    })
    const browser = await puppeteer.connect({ browserWSEndpoint: address, defaultViewport: null })
    const target = await browser.waitForTarget((each) => each.url().startsWith('app://ui/'))
    const page = await target.page()
    if (!page) throw new Error('the window shows no page')
    await page.locator('::-p-aria([name="Scan the demo funnel"][role="button"])').wait()
    expect(
      await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')]),
    ).toEqual(['undefined', 'undefined'])
  },
)
