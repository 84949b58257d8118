import type { Cause } from '../model.ts'
import { cutMiddle, visible } from './foreign-text.ts'

/** A trail in few words: `page line 88`, `GTM-ABC123`, `Meta Pixel fbevents.js`, `request 12.44`, `fr`. */
export function causeNames(trail: readonly Cause[]): readonly string[] {
  const lastRequest = trail.findLastIndex(({ requestId }) => requestId !== null)
  return trail.flatMap((cause, index) => {
    const before = trail[index - 1]
    // What was written, and that it was still there: said once.
    if (before?.kind === cause.kind && before.name === cause.name && cause.requestId === null) return []
    const line = index === 0 ? (trail[1]?.line ?? null) : null
    const name = visible(cutMiddle(nameOf(cause, index, line), MOST_LETTERS))
    if (index !== lastRequest || cause.requestId === null) return [name]
    return [cause.kind === 'request' ? `${name} ${cause.requestId}` : `${name} (request ${cause.requestId})`]
  })
}

/** The last of them that asked the network for something, by the number it has in the evidence. */
export function requestOf(trail: readonly Cause[]): string | null {
  return trail.findLast(({ requestId }) => requestId !== null)?.requestId ?? null
}

function nameOf({ kind, name, vendor }: Cause, index: number, line: number | null): string {
  switch (kind) {
    case 'document':
      return index === 0 ? `page${line === null ? '' : ` line ${line}`}` : `frame ${hostOf(name)}`
    case 'script':
      return `${vendor ?? hostOf(name)} ${fileOf(name)}`.trim()
    case 'request':
      return index === 0 ? `request to ${hostOf(name)}` : 'request'
    case 'socket':
      return `socket ${hostOf(name)}`
    default:
      return name
  }
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

/** `fbevents.js`; of what says little, such as `gtag/js`, with the folder. */
function fileOf(address: string): string {
  const parts = (URL.parse(address)?.pathname ?? '').split('/').filter((part) => part !== '')
  return parts.slice((parts.at(-1)?.length ?? 0) > 3 ? -1 : -2).join('/')
}

const MOST_LETTERS = 64
