import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScanError } from '../errors.ts'
import { bundledPlace, startableBundled, unpackBundled, type Bundled, type BundledPlace } from './bundled.ts'
import { cacheFolder } from './cache-folder.ts'
import { CHROME_BUILD, downloadBrowser, downloadedBrowser } from './download.ts'
import { findBrowser, thisMachine, type Machine } from './find.ts'
import { givenBrowser, readWish } from './given.ts'
import { progressBar } from './progress-bar.ts'
import { readVersion } from './version.ts'

/** The browser a scan is made with. `env` is to be added to the environment it is started in. */
export interface BrowserChoice {
  readonly path: string
  readonly version: string
  readonly source: 'setting' | 'environment' | 'system' | 'downloaded' | 'bundled'
  readonly env: Readonly<Record<string, string>>
}

export interface ProvideOptions {
  /** The user's own choice: a path, a name on the search path, `download` or `bundled`. */
  readonly setting?: string | null
  /** What a message calls that setting. */
  readonly settingName?: string
  readonly machine?: Machine
  /** Where fetched browsers are kept; the user's cache folder unless told. */
  readonly cache?: string
  /** Another server than Google's for Chrome for Testing. */
  readonly baseUrl?: string
  /** Told one line for each thing that takes long. */
  readonly say?: (line: string) => void
}

/**
 * The browser to use: the one the user names, else the first that is installed, else Chrome for Testing, downloaded,
 * else the Chromium that our packages bring. What was fetched once is used again without a word.
 * @throws ScanError `browser-missing` with the reason and the ways out.
 */
export async function provideBrowser(options: ProvideOptions = {}): Promise<BrowserChoice> {
  const task = taskOf(options)
  const wish = readWish(options.setting, options.settingName, task.machine.env)
  if (wish?.kind === 'path') return await givenBrowser(wish, task.machine)
  if (wish?.kind === 'bundled') return (await bundled(task)) ?? refuse(task, `${wish.name} asks for the bundled one`)
  if (wish?.kind === 'download') return (await download(task)) ?? refuse(task, `${wish.name} asks for a download`)
  return (
    (await installed(task)) ??
    (await fetchedBefore(task)) ??
    (await download(task)) ??
    (await bundled(task)) ??
    refuse(task, 'none is installed')
  )
}

interface Task {
  readonly machine: Machine
  readonly cache: string
  readonly baseUrl?: string
  readonly say: (line: string) => void
  /** What went wrong on the way, one line each; a download that does not start is met twice. */
  readonly reasons: Set<string>
}

function taskOf({ machine, cache: given, baseUrl, say }: ProvideOptions): Task {
  const cache = given ?? cacheFolder()
  const speak = say ?? ((line: string) => void process.stderr.write(`${line}\n`))
  const server = baseUrl === undefined ? {} : { baseUrl }
  return { machine: machine ?? thisMachine(cache), cache, ...server, say: speak, reasons: new Set() }
}

async function installed({ machine }: Task): Promise<BrowserChoice | null> {
  const found = await findBrowser(machine)
  return found && { ...found, source: 'system', env: {} }
}

/** Neither of these costs anything. The bundled one counts only where the download was refused before, so that one
 *  `TAGTRAIL_BROWSER=bundled` does not settle the matter for good. */
async function fetchedBefore(task: Task): Promise<BrowserChoice | null> {
  const downloaded = downloadedBrowser(task.cache)
  if (downloaded !== null) return await startableDownload(downloaded, task)
  const place = existsSync(refusal(task.cache)) ? bundledPlace(task.cache) : null
  if (!place?.isUnpacked) return null
  task.reasons.add(readFileSync(refusal(task.cache), 'utf8'))
  return await started(place, task)
}

async function download(task: Task): Promise<BrowserChoice | null> {
  try {
    if (downloadedBrowser(task.cache) === null)
      task.say(`Downloading Chrome for Testing ${CHROME_BUILD} (about 180 MB, once) ...`)
    const path = await downloadBrowser({ ...task, progress: progressBar(process.stderr) })
    rmSync(refusal(task.cache), { force: true })
    return await startableDownload(path, task)
  } catch (error) {
    const reason = `Chrome for Testing ${CHROME_BUILD} could not be downloaded: ${lastWords(error)}`
    task.reasons.add(reason)
    writeFileSync(refusal(task.cache), reason)
    return null
  }
}

async function startableDownload(path: string, { cache, reasons }: Task): Promise<BrowserChoice | null> {
  const { version, said } = await readVersion(path, { cache })
  if (version !== null) return { path, version, source: 'downloaded', env: {} }
  reasons.add(`Chrome for Testing ${CHROME_BUILD} is downloaded but does not start: ${said}`)
  return null
}

async function bundled(task: Task): Promise<BrowserChoice | null> {
  const place = bundledPlace(task.cache)
  if (place === null) {
    task.reasons.add('A bundled Chromium comes with a checkout only, and for Linux on x64 only')
    return null
  }
  try {
    const before = [...task.reasons].map((reason) => `${reason}. `).join('')
    if (!place.isUnpacked) task.say(`${before}Unpacking the bundled Chromium ${place.version} (220 MB, once) ...`)
    await unpackBundled(place)
  } catch (error) {
    task.reasons.add(`The bundled Chromium could not be unpacked into ${place.folder}: ${lastWords(error)}`)
    return null
  }
  return await started(place, task)
}

async function started(place: BundledPlace, { reasons }: Task): Promise<BrowserChoice | null> {
  try {
    const browser: Bundled = await startableBundled(place)
    return { ...browser, source: 'bundled' }
  } catch (error) {
    reasons.add(`The bundled Chromium does not start: ${lastWords(error)}`)
    return null
  }
}

/** Remembers why there was no download, so that not every start tries in vain; `download` as the setting tries again. */
const refusal = (cache: string) => join(cache, `chrome-${CHROME_BUILD}.refused`)

/** `install` reports a list with a line for each server it tried; the last one tells what happened. */
function lastWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.trim().split('\n').at(-1) ?? '').replace(/^\s*- \w+: /, '')
}

function refuse({ reasons }: Task, why: string): never {
  throw new ScanError(
    'browser-missing',
    [
      `No browser to scan with: ${why}.`,
      ...[...reasons].map((reason) => `  ${reason}.`),
      'Install Chrome, Edge, Brave or Chromium (Debian, Ubuntu: apt-get install chromium), or name one: CHROME_PATH=/path/to/chrome',
    ].join('\n'),
  )
}
