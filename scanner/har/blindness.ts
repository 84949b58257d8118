import type { Pen } from '../collectors/collector.ts'
import type { ObservationKind } from '../model.ts'

/** What these very files lack beyond what every HAR file does. */
export interface Losses {
  /** No cookie is in any of the files. */
  readonly isWithoutCookies: boolean
  /** Entries that could not be read. */
  readonly unread: number
}

/** Says, on every page, what no HAR file shows: a rule that needs it may not answer `pass`. */
export function tellBlindness(pen: Pen, { isWithoutCookies, unread }: Losses): void {
  for (const { kinds, reason } of BLIND) pen.gap('not-recorded', kinds, reason)
  if (unread > 0) pen.gap('not-recorded', ['request'], `${unread} entries of the imported files have no address`)
  if (isWithoutCookies)
    pen.gap(
      'not-recorded',
      ['cookie-write', 'cookie'],
      'no entry of the imported files holds a cookie: they may have been exported without',
    )
}

const BLIND: readonly { readonly kinds: readonly ObservationKind[]; readonly reason: string }[] = [
  {
    kinds: ['cookie-write', 'cookie', 'storage-write', 'storage'],
    reason:
      'imported from HAR, which does not hold cookies that scripts set (they show when they are sent, as session cookies with Secure, for want of their attributes), nor cookies that the browser refused, nor storage',
  },
  {
    kinds: ['request'],
    reason:
      'imported from HAR, which need not hold requests of service workers, of workers, and those sent on leaving the page',
  },
  {
    kinds: ['banner', 'choice', 'signal', 'screenshot', 'socket', 'api-call', 'filled', 'page-errors', 'players'],
    reason:
      'imported from HAR, which does not show the page, its banner, what was clicked, what scripts read or where they failed, or what was played',
  },
]

/** Everything: for a page whose document is not in the file. */
export const ALL_KINDS: readonly ObservationKind[] = ['page', ...BLIND.flatMap(({ kinds }) => kinds)]
