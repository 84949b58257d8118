/** What a page in Electron's window may do; everything else is refused. */
export const ORIGIN = 'app://ui'

/** To copy, when a person asks for it, and nothing else. */
export function mayAsk(permission: string, by: string): boolean {
  return permission === 'clipboard-sanitized-write' && (by === ORIGIN || by.startsWith(`${ORIGIN}/`))
}

/** What a page of ours made itself: a report, a scan. */
export function maySave(url: string): boolean {
  return url.startsWith(`blob:${ORIGIN}/`)
}

/** Reports are looked at in a frame. */
export function mayFrame(url: string): boolean {
  return url.startsWith(`${ORIGIN}/preview/`)
}

/** The open web, in the user's own browser. */
export function mayOpenOutside(url: string): boolean {
  return URL.parse(url)?.protocol === 'https:'
}
