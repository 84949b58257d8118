import type { RunningBrowser } from '../../scanner/browser/launch.ts'
import { trackQuiet } from '../../scanner/browser/settle.ts'
import { sendUnawaited, watchTargets } from '../../scanner/browser/targets.ts'
import type { Plan } from '../../scanner/model.ts'

/**
 * The least a visit can cost that still sees every target: a fresh context, raw sessions with network and page events,
 * the same rule of quiet, and nothing kept.
 */
export async function floorVisit(running: RunningBrowser, plan: Plan): Promise<void> {
  const { root } = running
  const watch = await watchTargets(root)
  const quiet = trackQuiet()
  watch.onTarget(({ session, ref }) => {
    sendUnawaited(session, 'Network.enable')
    if (ref.type === 'page' || ref.type === 'iframe') sendUnawaited(session, 'Page.enable')
    session.on('Page.frameNavigated', ({ frame }) => {
      // What the page before left open will never be told to end.
      if (frame.id === ref.targetId) quiet.reset()
    })
    quiet.watch(session)
  })
  watch.onGone(({ session }) => quiet.forget(session))
  const { settleMs, stepTimeoutMs } = plan.limits
  const { signal } = new AbortController()
  const context = await running.browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport(plan.viewport)
  for (const { go } of plan.steps) {
    if (go.kind === 'url') await page.goto(go.url, { waitUntil: [] })
    await quiet.settled(settleMs, stepTimeoutMs, signal)
  }
  await page.close({ runBeforeUnload: true })
  await root.send('Target.disposeBrowserContext', { browserContextId: context.id ?? '' }).catch(() => undefined)
}
