import { untilAnother } from './another-page.ts'
import { pressElement, visibleElement } from './element.ts'
import type { StepKind } from './step.ts'

/** The visitor sends a form by clicking what sends it; the thanks may be a page of their own, or words on the same page. */
export const submit: StepKind<'submit'> = {
  kind: 'submit',
  async perform(page, go, { timeoutMs, signal, onSubmit }) {
    const found = await visibleElement(page, go.target, timeoutMs)
    const answerMs = Math.min(timeoutMs, ANSWER_MS)
    const answered = untilAnother(page, found.frame, answerMs, signal).catch(() => null)
    onSubmit?.()
    await Promise.all([answered, pressElement(found)])
    return { requestedUrl: null }
  },
}

/** A form that leads to no other page in this time was sent by a script, as a newsletter box in a footer is. */
const ANSWER_MS = 10_000
