import type { Collector, JourneyView, Pen, Recording, Tell } from './collector.ts'

/** The page as the visitor sees it at the end of a step. */
export const screenshot: Collector = {
  id: 'screenshot',
  sees: ['screenshot'],
  begin: (pen) => new ScreenshotRecording(pen),
}

class ScreenshotRecording implements Recording {
  readonly #pen: Pen

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach(): void {}

  async snapshot(view: JourneyView): Promise<Tell> {
    const page = view.targets.find(({ ref }) => ref.type === 'page')
    if (!page) return () => undefined
    // A third larger, in half the time: no picture costs a visit more than its packing.
    const { data } = await page.session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
    const png = Buffer.from(data, 'base64')
    return () => {
      const sha256 = this.#pen.keep(png, 'screenshot')
      this.#pen.write({ kind: 'screenshot', of: 'step', path: '', sha256 })
    }
  }
}
