import type { createHashRouter } from 'react-router'
import { client } from './client.ts'

/** Before anything is shown: a window that was just opened begins where the last one was left. */
export async function goToLastPlace(isNew: boolean): Promise<void> {
  if (!isNew) return
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), WORTH_WAITING_MS))
  const left = await Promise.race([client.app.leftAt().catch(() => null), late])
  if (left !== null) history.replaceState(null, '', `${location.pathname}#${left.place}`)
}

/** Tells the program where the window is, a little after it has come there. Returns how to stop. */
export function keepPlace(router: ReturnType<typeof createHashRouter>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = router.subscribe(({ location: { pathname, search }, navigation }) => {
    if (navigation.state !== 'idle') return
    clearTimeout(timer)
    timer = setTimeout(
      () => void client.app.leave({ place: `${pathname}${search}` }).catch(() => undefined),
      SETTLED_MS,
    )
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const WORTH_WAITING_MS = 500
const SETTLED_MS = 300
