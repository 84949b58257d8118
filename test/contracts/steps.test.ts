import { expect, test } from 'vitest'
import type { Go } from '../../scanner/model.ts'
import { stepKinds } from '../../scanner/steps/index.ts'
import type { StepKind } from '../../scanner/steps/step.ts'
import { fakePage } from '../evidence/fake-page.ts'
import { at, clickOn, submitBy } from '../evidence/plan.ts'

/** What every way to reach a step keeps to. */

const GOES: { readonly [K in Go['kind']]: Go } = {
  url: at('https://shop.example/next'),
  click: clickOn('a.next'),
  submit: submitBy('a.next'),
}
const options = { timeoutMs: 1000, signal: new AbortController().signal }

for (const [name, stepKind] of Object.entries(stepKinds) as [Go['kind'], StepKind][]) {
  test(`${name} stands under its own name`, () => expect(stepKind.kind).toBe(name))

  test(`${name} brings the visitor somewhere and says what was asked for`, async () => {
    const { page, visits } = fakePage()
    await page.goto('https://shop.example/before')
    const go = GOES[name]
    const arrival = await stepKind.perform(page, go, options)
    expect(arrival).toEqual({ requestedUrl: go.kind === 'url' ? go.url : null })
    expect(visits).toHaveLength(2)
  })

  test(`${name} is refused with a reason, not with silence`, async () => {
    const failures = { 'https://shop.example/next': 'no way', 'https://shop.example/by-a.next': 'no way' }
    const { page } = fakePage(failures)
    await page.goto('https://shop.example/before')
    await expect(stepKind.perform(page, GOES[name], options)).rejects.toThrow('no way')
  })
}
