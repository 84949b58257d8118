import { provideBrowser, type BrowserChoice } from '../scanner/browser/provide.ts'
import { openCatalog } from '../scanner/store/catalog.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import type { Host } from './host.ts'

/** The browser of --browser, else what the environment names, else what this user has set, else whatever there is. */
export async function chosenBrowser({ env, clock, stderr, signal }: Host, option?: string): Promise<BrowserChoice> {
  const say = (text: string): void => void stderr.write(`${text}\n`)
  const isTold = option !== undefined || Boolean(env['TAGTRAIL_BROWSER']) || Boolean(env['CHROME_PATH'])
  const catalog = openCatalog(dataFolder(), { now: () => clock.now(), onNote: say })
  const setting = isTold ? option : (await catalog.settings()).browserPath
  const settingName = option === undefined ? 'The browser setting' : '--browser'
  return await unlessStopped(provideBrowser({ setting: setting ?? null, settingName, say }), signal)
}

/** A download knows nothing of Ctrl-C; it is left to itself, and ends with the process. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  return await Promise.race([work, stopped])
}
