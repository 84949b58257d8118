import { inWords, isVisibleNow, pressElement, visibleElement } from './element.ts'
import { untilAnother } from './another-page.ts'
import type { StepKind } from './step.ts'

/** The visitor clicks something on the page of the step before, named as a person would name it or by selector. */
export const click: StepKind<'click'> = {
  kind: 'click',
  async perform(page, go, { timeoutMs, awaits }) {
    const found = await visibleElement(page, go.target, timeoutMs)
    // A form in a box or window of its own is a step like any other: what shows it is a field to fill in.
    const isToAppear = awaits !== undefined && !(await isVisibleNow(page, awaits))
    const over = new AbortController()
    const arrived = Promise.any([
      untilAnother(page, found.frame, timeoutMs, over.signal),
      ...(isToAppear ? [visibleElement(page, awaits, timeoutMs)] : []),
    ]).catch(() => {
      throw new Error(`a click on ${inWords(go.target)} led to no other page within ${timeoutMs} ms`)
    })
    try {
      await Promise.all([arrived, pressElement(found)])
    } finally {
      over.abort()
    }
    return { requestedUrl: null }
  },
}
