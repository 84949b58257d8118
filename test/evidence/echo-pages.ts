import type { Answer, Hit } from './small-internet.ts'

/**
 * A site whose page, frames and workers each say what they can tell of the visitor, to `/told?<who>` of their own
 * origin. The frame on `/third` is of another site, and so of another process.
 */
export const ECHO_PAGES: Readonly<Record<string, Answer>> = {
  'shop.example/': `<title>Echo</title><script src="/echo.js"></script><script>echo('page')
    new Worker('/dedicated.js'); new SharedWorker('/shared.js'); navigator.serviceWorker.register('/service.js')
    </script><iframe src="/frame"></iframe><iframe src="https://other.example/third"></iframe>`,
  'shop.example/frame': `<script src="/echo.js"></script><script>echo('frame')</script>`,
  'other.example/third': `<script src="/echo.js"></script><script>echo('third-party frame')</script>`,
  'shop.example/dedicated.js': `importScripts('/echo.js'); echo('worker')`,
  'shop.example/shared.js': `importScripts('/echo.js'); echo('shared worker')`,
  'shop.example/service.js': `importScripts('/echo.js'); echo('service worker')`,
  'shop.example/echo.js': { body: echo() },
  'other.example/echo.js': { body: echo() },
}

/** Everyone of the page who can be asked. */
export const WHO = ['page', 'frame', 'third-party frame', 'worker', 'shared worker', 'service worker'] as const

export interface Told {
  readonly languages: readonly string[]
  readonly timeZone: string
  readonly locale: string
  readonly offset: number
  readonly userAgent: string
  readonly gpc: unknown
  readonly gpcIs: string
  readonly hints: Readonly<Record<string, unknown>>
}

/** What each of them said, once all have. */
export function toldBy(hits: readonly Hit[]): Readonly<Record<string, Told>> {
  const reports = hits.filter(({ at }) => at.includes('/told?'))
  return Object.fromEntries(
    reports.map(({ at, body }) => [decodeURIComponent(at.split('?')[1] ?? ''), JSON.parse(body) as Told]),
  )
}

function echo(): string {
  return `const echo = async (who) => {
    const owner = Object.getPrototypeOf(navigator)
    const gpcIs = String(Object.getOwnPropertyDescriptor(owner, 'globalPrivacyControl')?.get)
    const names = ['architecture', 'bitness', 'formFactors', 'fullVersionList', 'model', 'platformVersion', 'uaFullVersion', 'wow64']
    const hints = await navigator.userAgentData?.getHighEntropyValues(names)
    const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const body = JSON.stringify({ languages: navigator.languages, timeZone, locale,
      offset: new Date(2026, 6, 1).getTimezoneOffset(), userAgent: navigator.userAgent,
      gpc: navigator.globalPrivacyControl, gpcIs, hints })
    await fetch('/told?' + encodeURIComponent(who), { method: 'POST', body })
  }`
}
