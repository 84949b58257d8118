import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createHash, X509Certificate } from 'node:crypto'
import { Writable } from 'node:stream'
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core'
import { ScanError } from '../errors.ts'
import { identityOf, type Identity } from './identity.ts'
import type { Access } from '../model.ts'
import { launchArguments } from './launch-arguments.ts'
import { writeOncePerTurn } from './one-write.ts'
import type { BrowserChoice } from './provide.ts'

export interface LaunchOptions {
  readonly choice: BrowserChoice
  readonly access: Access
  readonly locale: string
  /** IANA name; the machine's own when left out. */
  readonly timeZone?: string | null
  readonly sendsGpc?: boolean
  /** Folder of a fresh profile with its preferences written. */
  readonly profile: string
  readonly isRoot?: boolean
  /** The browser ends at once when it is raised. */
  readonly signal?: AbortSignal
}

export interface RunningBrowser {
  readonly browser: Browser
  /** Our own session with the browser, apart from puppeteer's. */
  readonly root: CDPSession
  readonly product: string
  readonly userAgent: string
  readonly identity: Identity
  /** As the browser itself reports them, whoever added them. */
  readonly flags: readonly string[]
  /** Raised once the browser has ended, by whatever cause. */
  readonly gone: AbortSignal
  close(): Promise<void>
}

/**
 * Starts the browser as an ordinary visitor's. Puppeteer drives it and sees no network; recording happens in our own
 * sessions. The pipe makes Chromium end with us, however we end.
 * @throws ScanError `browser-missing` when the program does not start or is no browser.
 */
export async function launchBrowser(options: LaunchOptions): Promise<RunningBrowser> {
  const flags = launchArguments({
    locale: options.locale,
    access: options.access,
    version: options.choice.version,
    platform: process.platform,
    sendsGpc: options.sendsGpc ?? false,
    profile: options.profile,
    isRoot: options.isRoot ?? process.getuid?.() === 0,
    trustedKeys: await publicKeyHashes(options.access.certificates.trust),
  })
  const browser = await start(options, flags)
  const gone = new AbortController()
  browser.once('disconnected', () => gone.abort(new Error('the browser ended')))
  const root = await browser.target().createCDPSession()
  const version = await root.send('Browser.getVersion')
  const identity = await identityOf(browser, {
    userAgent: version.userAgent,
    version: options.choice.version,
    locale: options.locale,
    timeZone: options.timeZone ?? null,
  })
  return {
    browser,
    root,
    identity,
    product: version.product.replace('HeadlessChrome', 'Chrome'),
    userAgent: version.userAgent,
    flags: flagsOf((await root.send('SystemInfo.getInfo')).commandLine),
    gone: gone.signal,
    close: () => closeOrKill(browser),
  }
}

async function start(options: LaunchOptions, flags: readonly string[]): Promise<Browser> {
  try {
    const browser = await puppeteer.launch({
      executablePath: withoutWrapper(options.choice.path),
      // On Linux the language of dates and numbers comes from the environment, not from --lang.
      // The time zone does too, but not on Windows.
      env: {
        ...process.env,
        LANGUAGE: options.locale.replace('-', '_'),
        ...(options.timeZone ? { TZ: options.timeZone } : {}),
        ...options.choice.env,
      },
      args: [...flags],
      ...(options.signal ? { signal: options.signal } : {}),
      ignoreDefaultArgs: true,
      pipe: true,
      networkEnabled: false,
      // The bundled Chromium opens no first page of its own.
      waitForInitialPage: false,
      defaultViewport: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    const commands = browser.process()?.stdio[3]
    if (commands instanceof Writable) writeOncePerTurn(commands)
    return browser
  } catch (cause) {
    if (options.signal?.aborted) throw new ScanError('cancelled', 'the scan was cancelled', { cause })
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new ScanError(
      'browser-missing',
      `${options.choice.path} did not start as a browser (${reason}); name another with --browser PATH or CHROME_PATH`,
      { cause },
    )
  }
}

/**
 * Debian starts Chromium through a script that adds flags of its own, among them `--disable-pings`, which would keep
 * link pings out of the evidence; the program behind it is the same browser.
 */
function withoutWrapper(path: string): string {
  const program = path === '/usr/bin/chromium' ? '/usr/lib/chromium/chromium' : path
  return existsSync(program) ? program : path
}

function flagsOf(commandLine: string): readonly string[] {
  const flags = commandLine.split(/ (?=--)/).slice(1)
  return flags.map((flag) => (flag.startsWith('--proxy-server=') ? '--proxy-server=(given, not kept)' : flag))
}

/** A browser that does not close when asked is ended by its own process id. */
async function closeOrKill(browser: Browser): Promise<void> {
  const timer = setTimeout(() => browser.process()?.kill('SIGKILL'), CLOSE_LIMIT_MS)
  try {
    await browser.close()
  } catch {
    browser.process()?.kill('SIGKILL')
  } finally {
    clearTimeout(timer)
  }
}

const CLOSE_LIMIT_MS = 3_000

/** SHA-256 of each certificate's public key (SubjectPublicKeyInfo), base64, as Chromium's allow list wants them. */
async function publicKeyHashes(pemFile: string | null): Promise<readonly string[]> {
  if (pemFile === null) return []
  const pem = await readFile(pemFile, 'utf8').catch((cause: unknown) => {
    throw new ScanError('plan-invalid', `access.certificates.trust: cannot read ${pemFile}`, { cause })
  })
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) {
    throw new ScanError('plan-invalid', `access.certificates.trust: ${pemFile} holds no PEM certificate`)
  }
  return blocks.map((block) =>
    createHash('sha256')
      .update(new X509Certificate(block).publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64'),
  )
}
