import { inWords, pressElement, visibleElement } from './element.ts'
import type { StepKind } from './step.ts'

/** The visitor clicks something on the page of the step before, named as a person would name it or by selector. */
export const click: StepKind<'click'> = {
  kind: 'click',
  async perform(page, go, { timeoutMs }) {
    const element = await visibleElement(page, go.target, timeoutMs)
    const arrived = page.waitForNavigation({ timeout: timeoutMs, waitUntil: [] }).catch(() => {
      throw new Error(`a click on ${inWords(go.target)} led to no other page within ${timeoutMs} ms`)
    })
    await Promise.all([arrived, pressElement(page, element)])
    return { requestedUrl: null }
  },
}
