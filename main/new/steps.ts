import type { Shelf } from './shelf.ts'

export const steps: Shelf = {
  name: 'steps',
  idForm: /^[a-z]+$/,
  idExample: 'scan (what the visitor does, in one word: the key in a plan)',
  nameOf: (id) => id,
  list: 'last',
  files: ({ id, name }) => [
    { path: `scanner/steps/${id}.ts`, text: step(id, name) },
    { path: `test/scanner/steps/${id}.test.ts`, text: stepTest(id, name) },
  ],
  next: ({ id }) => [
    `Add { readonly kind: '${id}' ... } to Go in scanner/model.ts, and to the plan in scanner/plan/ and scanner/store/schemas/; until then the types do not fit.`,
    `Say in scanner/steps/${id}.ts what the visitor does; resolve when the new document has begun.`,
    'Let scanner/journey.ts perform it.',
  ],
}

const step = (id: string, name: string): string => `import type { StepKind } from './step.ts'

/** What the visitor does to reach the next page. */
export const ${name}: StepKind<'${id}'> = {
  kind: '${id}',
  async perform(page, _go, { timeoutMs }) {
    await page.waitForNavigation({ timeout: timeoutMs, waitUntil: [] })
    return { requestedUrl: null }
  },
}
`

const stepTest = (id: string, name: string): string => `import { expect, test } from 'vitest'
import { ${name} } from '../../../scanner/steps/${id}.ts'

test('is known by its name', () => {
  expect(${name}.kind).toBe('${id}')
})
`
