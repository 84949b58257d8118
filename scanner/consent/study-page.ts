import type { Page } from 'puppeteer-core'
import { withEyes, type EyesOptions } from '../browser/eyes.ts'
import type { PrivacyControlsFact, SignalFact } from '../model.ts'
import { privacyControls } from './privacy-controls.ts'
import { signalsKept } from './signals-kept.ts'

/** What a page offers about privacy, and what it keeps about consent. Reads, never touches. */
export function studyPage(page: Page, options: EyesOptions): Promise<readonly (PrivacyControlsFact | SignalFact)[]> {
  return withEyes(page, options, async (eyes) => {
    const [controls, signals] = await Promise.all([privacyControls(eyes), signalsKept(eyes)])
    return [controls, ...signals]
  })
}
