import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { join, relative } from 'node:path'
import { PUPPETEER_REVISIONS } from 'puppeteer-core/internal/revisions.js'
import { browserFolder } from './cache-folder.ts'
import { wholeFolder } from './whole-folder.ts'

/** The Chrome for Testing that this version of puppeteer-core is tested with. */
export const CHROME_BUILD: string = PUPPETEER_REVISIONS.chrome

export interface Download {
  readonly cache: string
  readonly progress: (doneBytes: number, totalBytes: number) => void
  /** Given up when no byte came for so long: a firewall that drops everything would hold the connection for minutes. */
  readonly stalledAfterMs?: number
  /** Another server in the place of Google's. */
  readonly baseUrl?: string
}

/** The program of an earlier download, or null. */
export function downloadedBrowser(cache: string): string | null {
  const folder = browserFolder(cache, 'chrome', CHROME_BUILD)
  if (!existsSync(pointer(folder))) return null
  const path = join(folder, readFileSync(pointer(folder), 'utf8'))
  return existsSync(path) ? path : null
}

/** Fetches and unpacks it. @throws Error with the reason of a refused or broken download. */
export async function downloadBrowser(download: Download): Promise<string> {
  const folder = browserFolder(download.cache, 'chrome', CHROME_BUILD)
  if (downloadedBrowser(download.cache) === null) await rm(folder, { recursive: true, force: true })
  await wholeFolder(folder, (beside) => installInto(beside, download))
  const path = downloadedBrowser(download.cache)
  if (path === null) throw new Error(`The downloaded archive holds no program; ${folder} was left for inspection.`)
  return path
}

const pointer = (folder: string) => join(folder, 'program.txt')

async function installInto(folder: string, { progress, stalledAfterMs = 30_000, baseUrl }: Download): Promise<void> {
  // Loaded here: every start would pay for it, and next to none downloads.
  const { Browser, install } = await import('@puppeteer/browsers')
  useProxyOfEnvironment()
  let timer = setTimeout(cutConnections, stalledAfterMs)
  const installed = await install({
    browser: Browser.CHROME,
    buildId: CHROME_BUILD,
    cacheDir: folder,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    downloadProgressCallback: (doneBytes, totalBytes) => {
      clearTimeout(timer)
      if (doneBytes < totalBytes) timer = setTimeout(cutConnections, stalledAfterMs)
      progress(doneBytes, totalBytes)
    },
  }).finally(() => clearTimeout(timer))
  await writeFile(pointer(folder), relative(folder, installed.executablePath))
}

/** `install` takes no signal, but its requests go through the global agents: without their sockets it rejects. */
function cutConnections(): void {
  http.globalAgent.destroy()
  https.globalAgent.destroy()
}

/** HTTPS_PROXY and its kin, which Node leaves alone unless told. */
function useProxyOfEnvironment(): void {
  const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some((name) => process.env[name])
  if (named && 'setGlobalProxyFromEnv' in http) http.setGlobalProxyFromEnv()
}
