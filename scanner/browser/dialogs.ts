import type { CDPSession } from 'puppeteer-core'
import { sendUnawaited } from './targets.ts'

/**
 * Answers every dialog of a page or frame at once, so that none can hold the visit up: a page may ask not to be left,
 * and is; everything else is refused. Needs `Page.enable`.
 */
export function answerDialogs(session: CDPSession): void {
  session.on('Page.javascriptDialogOpening', ({ type }) => {
    sendUnawaited(session, 'Page.handleJavaScriptDialog', { accept: type === 'beforeunload' })
  })
}
