import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { AutoConsentCMPRule, Config } from '@duckduckgo/autoconsent'

/** What of autoconsent we use: its rules that fit a frame, its code, and what it may ask of a page. */

/** Rules made for this kind of frame and this address; never those that only hide a banner. */
export function rulesFor(url: string, isMain: boolean): readonly AutoConsentCMPRule[] {
  return allRules().filter(({ name, cosmetic, runContext }) => {
    const { main = true, frame = false, urlPattern = '' } = runContext ?? {}
    if (cosmetic || name.startsWith('Test page') || !(isMain ? main : frame)) return false
    return urlPattern === '' || new RegExp(urlPattern).test(url)
  })
}

/** Its heuristics are off: they know no acceptance, and ours read more languages. */
export const configFor = (choice: 'reject' | 'accept' | null): Config => ({
  enabled: true,
  autoAction: choice === null ? null : choice === 'reject' ? 'optOut' : 'optIn',
  disabledCmps: [],
  enablePrehide: false,
  enableCosmeticRules: false,
  enableGeneratedRules: true,
  enableHeuristicDetection: false,
  enablePopupMutationObserver: false,
  heuristicMode: 'off',
  heuristicPopupSearchTimeout: 100,
  detectRetries: choice === null ? 0 : 4,
  isMainWorld: false,
  prehideTimeout: 0,
  visualTest: false,
  performanceLoggingEnabled: false,
  logs: {
    lifecycle: false,
    rulesteps: false,
    detectionsteps: false,
    evals: false,
    errors: false,
    messages: false,
    waits: false,
  },
})

/** Its library as one expression: the unmodified CommonJS build, evaluated to its exports. */
export const librarySource = once(() => {
  const code = readFileSync(fileOf('dist/autoconsent.cjs.js') ?? require.resolve('@duckduckgo/autoconsent'), 'utf8')
  return `(() => { const module = { exports: {} }; const exports = module.exports;\n${code}\n;return module.exports })()`
})

/**
 * Questions its rules ask of the page's own world. Those not listed here make a choice, hide something or click by
 * script: a visitor cannot do that, and neither do we.
 */
export const isReadOnly = (snippet: string | undefined): boolean =>
  snippet !== undefined && (/_TEST$|_DETECT(_CMP|_POPUP)?$/.test(snippet) || READ_ONLY.has(snippet))

const READ_ONLY = new Set(
  `CONSENTMANAGER_1 CONSENTMANAGER_2 CONSENTMANAGER_5 COOKIEBOT_1 COOKIEBOT_2 COOKIEBOT_5 KLARO_1 ONETRUST_1 TRUSTARC_TOP
  TRUSTARC_FRAME_GTM AYLO_COOKIE_MANAGER_READY BORLABS_0 CC_BANNER2_0 COINBASE_0 COOKIE_MANAGER_POPUP_0 COOKIEALERT_2
  COOKIEFIRST_0 IUBENDA_1 MICROSOFT_2 PUBTECH_0 STEAMPOWERED_0 TARTEAUCITRON_2 TEALIUM_0 TEALIUM_3
  TEALIUM_DONOTSELL_CHECK USERCENTRICS_API_0 USERCENTRICS_API_5 USERCENTRICS_API_6 USERCENTRICS_BUTTON_0`
    .split(/\s+/)
    .map((name) => `EVAL_${name}`),
)

const require = createRequire(import.meta.url)
const allRules = once((): readonly AutoConsentCMPRule[] => {
  const path = fileOf('rules/rules.json') ?? require.resolve('@duckduckgo/autoconsent/rules/rules.json')
  const text = readFileSync(path, 'utf8')
  return (JSON.parse(text) as { autoconsent: readonly AutoConsentCMPRule[] }).autoconsent
})

/** A packed Tagtrail has no node_modules; what it reads of them lies one folder up. */
function fileOf(path: string): string | null {
  const packed = fileURLToPath(new URL(`../packages/@duckduckgo/autoconsent/${path}`, import.meta.url))
  return existsSync(packed) ? packed : null
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
