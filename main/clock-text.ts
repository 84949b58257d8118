import type { TimestampSeen } from '../scanner/store/verify-timestamp.ts'

/** Who vouches for the time of a seal; names what an authority calls itself, so it must be made safe where it is shown. */
export function clockText(seen: TimestampSeen): string {
  switch (seen.is) {
    case 'rfc3161':
      return `time-stamped ${momentText(seen.at)} by ${seen.by}`
    case 'not-given':
      return 'not time-stamped (the authority that was asked gave none)'
    case 'broken':
      return 'its time-stamp is broken'
    case 'none':
      return 'not time-stamped'
  }
}

/** `2026-11-21 13:08 UTC`. */
export function momentText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`
}
