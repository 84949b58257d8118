import type { Access } from '../model.ts'

export interface LaunchNeeds {
  readonly locale: string
  readonly access: Access
  /** Full version of the browser, e.g. `156.0.8078.79`. */
  readonly version: string
  readonly platform: NodeJS.Platform
  /** Folder of a fresh profile. */
  readonly profile: string
  /** Root cannot start Chromium's sandbox; nobody else ever goes without it. */
  readonly isRoot: boolean
  /** SHA-256 of the public keys the plan trusts, base64. */
  readonly trustedKeys: readonly string[]
  /** Whether this browser's visitors send Global Privacy Control. */
  readonly sendsGpc?: boolean
}

/**
 * Every flag Chromium is started with, on purpose and recorded in the environment: an ordinary visitor's browser that
 * keeps to itself (no updates, no sync, no calls home), and nothing that changes what a page may do.
 */
export function launchArguments(needs: LaunchNeeds): readonly string[] {
  return [
    '--headless=new',
    '--no-first-run',
    // Its first window would load the packager's start page.
    '--no-startup-window',
    '--no-default-browser-check',
    '--disable-background-networking',
    // The flag above leaves out components asked for on demand; nothing leaves the machine but the visit.
    '--disable-component-update',
    '--component-updater=url-source=http://127.0.0.1:9/',
    '--gaia-url=http://127.0.0.1:9/',
    '--google-apis-url=http://127.0.0.1:9/',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--metrics-recording-only',
    '--password-store=basic',
    '--use-mock-keychain',
    '--mute-audio',
    '--hide-scrollbars',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-quic',
    // Several states run side by side; none of them may be slowed for not being in front.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    // Many sites hide their banner from automation; a visitor's browser does not announce it.
    '--disable-blink-features=AutomationControlled',
    `--disable-features=${DISABLED_FEATURES.join(',')}`,
    `--user-data-dir=${needs.profile}`,
    `--user-agent=${ordinaryUserAgent(needs)}`,
    `--lang=${needs.locale}`,
    `--accept-lang=${acceptedLanguages(needs.locale)}`,
    ...hostMapArguments(needs.access.hostMap),
    ...certificateArguments(needs),
    ...proxyArguments(needs.access.proxy),
    // The browser's own, which servers, pages and workers see as they would see a person's.
    ...(needs.sendsGpc ? ['--enable-features=GlobalPrivacyControl,GlobalPrivacyControlForce'] : []),
    ...(needs.isRoot ? ['--no-sandbox'] : []),
  ]
}

/** The locale, then its language alone, as a browser set to it lists them. */
export function acceptedLanguages(locale: string): string {
  return [...new Set([locale, locale.split('-')[0]])].join(',')
}

/** The user agent this very browser sends with a window, instead of the one that says it is headless. */
export function ordinaryUserAgent({ version, platform }: Pick<LaunchNeeds, 'version' | 'platform'>): string {
  const major = /\d+/.exec(version)?.[0] ?? '0'
  const system = SYSTEMS[platform] ?? 'X11; Linux x86_64'
  return `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`
}

/** The reduced platform tokens every Chromium sends (chromium.org/updates/ua-reduction). */
const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Macintosh; Intel Mac OS X 10_15_7',
  win32: 'Windows NT 10.0; Win64; x64',
  linux: 'X11; Linux x86_64',
}

const DISABLED_FEATURES = [
  // These call home or load pages of the browser's own beside the visited one.
  'Translate',
  'MediaRouter',
  'DialMediaRouteProvider',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AutofillServerCommunication',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  // A renderer that was started ahead of a visit would belong to none.
  'SpareRendererForSitePerProcess',
  // A page kept for going back, or replaced in a frame of its own, takes the session's events with it when it is left:
  // what it sends and stores then would be told by nobody. A page sees no more of it than `pagehide.persisted: false`.
  'BackForwardCache',
  'RenderDocument',
]

function hostMapArguments(hostMap: Access['hostMap']): readonly string[] {
  const rules = Object.entries(hostMap).map(([host, address]) => `MAP ${host} ${address}`)
  return rules.length === 0 ? [] : [`--host-resolver-rules=${rules.join(',')}`]
}

/** The name and password are given when the proxy asks. Chromium would go round it for its own machine. */
function proxyArguments(proxy: string | null): readonly string[] {
  if (proxy === null) return []
  const { protocol, host } = new URL(proxy)
  return [`--proxy-server=${protocol}//${host}`, '--proxy-bypass-list=<-loopback>']
}

function certificateArguments({ access, trustedKeys }: LaunchNeeds): readonly string[] {
  if (access.certificates.acceptInvalid) return ['--ignore-certificate-errors']
  return trustedKeys.length === 0 ? [] : [`--ignore-certificate-errors-spki-list=${trustedKeys.join(',')}`]
}
