import { EventPublisher } from '@orpc/server'
import { provideBrowser, type BrowserChoice } from '../../scanner/browser/provide.ts'
import { cacheFolder } from '../../scanner/browser/cache-folder.ts'
import { downloadBrowser, downloadedBrowser } from '../../scanner/browser/download.ts'
import { findBrowser, thisMachine } from '../../scanner/browser/find.ts'
import { givenBrowser, readWish } from '../../scanner/browser/given.ts'
import { ScanError } from '../../scanner/errors.ts'
import { readCalibration } from '../../scanner/store/calibration.ts'
import { installationKey } from '../../scanner/store/sealing-key.ts'
import { proxy as proxyShape } from '../../scanner/plan/addresses.ts'
import type { BrowserView, DownloadEvent } from '../contract.ts'
import type { Implementer } from './implementer.ts'
import type { ServiceParts } from './parts.ts'

export function settingsRouter(os: Implementer, parts: ServiceParts) {
  const { calibrations, catalog, changes, dataFolder, env, log } = parts
  return {
    get: os.settings.get.handler(() => catalog.settings()),
    change: os.settings.change.handler(async ({ input }) => {
      refuseUnusable(input)
      const some = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      await catalog.changeSettings(some)
      changes.tell({ type: 'changed', what: 'settings' })
      return await catalog.settings()
    }),
    browser: os.settings.browser.handler(async () => browserNow((await catalog.settings()).browserPath, env)),
    downloadBrowser: os.settings.downloadBrowser.handler(() => downloading()),
    key: os.settings.key.handler(async () => ({ fingerprint: (await installationKey(dataFolder)).fingerprint })),
    calibration: os.settings.calibration.handler(() => readCalibration(dataFolder)),
    calibrate: os.settings.calibrate.handler(({ input }) => calibrations.begin(input.site)),
    watchCalibration: os.settings.watchCalibration.handler(({ signal }) => calibrations.watch(signal)),
    cancelCalibration: os.settings.cancelCalibration.handler(() => calibrations.stop()),
    log: os.settings.log.handler(async ({ input }) => ({ path: log.path, lines: await log.lines(input.lines) })),
  }
}

type Given = { readonly [K in 'proxy' | 'timestampUrl']?: string | null | undefined }

/** Told at once, and not by the next scan. */
function refuseUnusable({ proxy, timestampUrl }: Given): void {
  const isProxy = proxyShape.nullish().safeParse(proxy)
  if (!isProxy.success)
    throw new ScanError('plan-invalid', 'This is no proxy. Give it as http://host:8080 or socks5://host:1080.')
  if (timestampUrl && !/^https?:$/.test(URL.parse(timestampUrl)?.protocol ?? ''))
    throw new ScanError('plan-invalid', 'This is no address of an authority; it begins with http:// or https://.')
}

/** The one a scan would take, without fetching any. */
async function browserNow(setting: string | null, env: ServiceParts['env']): Promise<BrowserView> {
  const overruledBy = (['TAGTRAIL_BROWSER', 'CHROME_PATH'] as const).find((name) => Boolean(env[name])) ?? null
  try {
    const machine = thisMachine(cacheFolder())
    const wish = readWish(overruledBy === null ? setting : null, 'The browser setting', { ...env })
    if (wish?.kind === 'path') return { ...found(await givenBrowser(wish, machine)), overruledBy }
    const installed = wish === null ? await findBrowser(machine) : null
    if (installed) return { ...found({ ...installed, source: 'system', env: {} }), overruledBy }
    if (wish?.kind === 'bundled' || downloadedBrowser(cacheFolder()) !== null)
      return { ...found(await provideBrowser({ setting: wish?.kind ?? 'download' })), overruledBy }
    return {
      is: 'missing',
      message:
        'No browser is installed that Tagtrail could use. Download one here, or install Chrome, Edge, Brave or Chromium.',
      overruledBy,
    }
  } catch (error) {
    if (error instanceof ScanError) return { is: 'missing', message: error.message, overruledBy }
    throw error
  }
}

function found({ path, version, source }: BrowserChoice) {
  return { is: 'found', path, version, source } as const
}

/** Chrome for Testing, and how far it is. */
async function* downloading(): AsyncGenerator<DownloadEvent> {
  const publisher = new EventPublisher<{ event: DownloadEvent }>()
  const events = publisher.subscribe('event')
  const tell = (event: DownloadEvent): void => publisher.publish('event', event)
  void fetched(tell)
    .catch((reason: unknown): BrowserView => ({ is: 'missing', message: String(reason), overruledBy: null }))
    .then((browser) => tell({ type: 'done', browser }))
  for await (const event of events) {
    yield event
    if (event.type === 'done') return
  }
}

async function fetched(tell: (event: DownloadEvent) => void): Promise<BrowserView> {
  try {
    await downloadBrowser({
      cache: cacheFolder(),
      progress: (doneBytes, totalBytes) => tell({ type: 'progress', doneBytes, totalBytes }),
    })
  } catch (error) {
    tell({ type: 'note', text: error instanceof Error ? error.message : String(error) })
  }
  try {
    const say = (text: string): void => tell({ type: 'note', text })
    return { ...found(await provideBrowser({ setting: 'download', settingName: 'Settings', say })), overruledBy: null }
  } catch (error) {
    if (error instanceof ScanError) return { is: 'missing', message: error.message, overruledBy: null }
    throw error
  }
}
