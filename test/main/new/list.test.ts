import { expect, test } from 'vitest'
import { withItem } from '../../../main/new/list.ts'

const ARRAY = `import { b } from './b.ts'
import type { Cmp } from './cmp.ts'

/** In the order they are tried. */
export const cmps: readonly Cmp[] = [b, c]
`
const OBJECT = `import { url } from './url.ts'

export const stepKinds = { url } satisfies { [K in StepKind['kind']]: StepKind<K> }
`

test.each([
  ['first', '[a, b, c]'],
  ['before-last', '[b, a, c]'],
  ['last', '[b, c, a]'],
] as const)('an item comes %s', (place, list) => {
  const text = withItem(ARRAY, { id: 'an-a', name: 'a', place })
  expect(text).toContain(`= ${list}`)
  expect(text).toContain("from './cmp.ts'\nimport { a } from './an-a.ts'\n")
  expect(text).toContain('/** In the order they are tried. */')
})

test('a list of many lines keeps all its names', () => {
  const text = withItem('import { b } from "./b.ts"\nexport const x = [\n  b,\n  c,\n]\n', {
    id: 'a',
    name: 'a',
    place: 'last',
  })
  expect(text).toContain('[b, c, a]')
})

test('an object gets one more key', () => {
  expect(withItem(OBJECT, { id: 'submit', name: 'submit', place: 'last' })).toMatch(
    /= \{url, submit\} satisfies \{ \[K in StepKind\['kind'\]\]: StepKind<K> \}\n$/,
  )
})

test('a list that is written otherwise is not touched', () => {
  expect(() => withItem('export const x = make()\n', { id: 'a', name: 'a', place: 'last' })).toThrow('not written as')
})
