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

/** Asked before it is opened: the user has seen where it leads. The first button is what a slip of the hand presses. */
export function outsideQuestion(url: string) {
  return {
    type: 'question',
    message: 'Open this address in your browser?',
    detail: url.slice(0, 2000),
    buttons: ['Cancel', 'Open'] as string[],
    defaultId: 0,
    cancelId: 0,
  } as const
}

interface Sender {
  readonly sender: { readonly mainFrame: unknown }
  readonly senderFrame: { readonly origin: string } | null
}

/** Whether it was sent by the page of our own window: by no frame in it, and by no other window. */
export function isOurWindow({ sender, senderFrame }: Sender, contents: unknown): boolean {
  return sender === contents && senderFrame === sender.mainFrame && senderFrame?.origin === ORIGIN
}
