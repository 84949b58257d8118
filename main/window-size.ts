import type { WindowStates } from '../scanner/store/window-state.ts'

interface SizedWindow {
  on(event: 'close', listener: () => void): unknown
  getNormalBounds(): { readonly width: number; readonly height: number }
}

/** As large as the last window was when it was closed. */
export async function windowSize(kept: WindowStates): Promise<{ width: number; height: number }> {
  return (await kept.get()).size ?? { width: 1360, height: 900 }
}

/** Also of a window that is maximised, so that the next one can be made smaller again. */
export function keepSize(window: SizedWindow, kept: WindowStates): void {
  window.on('close', () => {
    const { width, height } = window.getNormalBounds()
    void kept.keep({ size: { width, height } })
  })
}
