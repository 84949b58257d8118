import { camelCase, SLUG, type Shelf } from './shelf.ts'

export const signals: Shelf = {
  name: 'signals',
  idForm: SLUG,
  idExample: 'acme-consent (the CMP or standard that speaks)',
  nameOf: camelCase,
  // The home-made stores come last: they count only where nothing else is found.
  list: 'before-last',
  files: ({ id, name }) => [
    { path: `scanner/signals/${id}.ts`, text: signal(id, name) },
    { path: `test/scanner/signals/${id}.test.ts`, text: signalTest(id, name) },
  ],
  next: ({ id }) => [
    `Say in scanner/signals/${id}.ts where the signal stands and how it is read; what cannot be read is unreadable(reason), never an exception.`,
    `Put real values into test/scanner/signals/${id}.test.ts, torn and hostile ones too.`,
  ],
}

const signal = (
  id: string,
  name: string,
): string => `import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Who writes it, where, and in what form, with a site or document that shows it. */
export const ${name}: Signal = {
  standard: '${id}',
  title: '${id}',
  speaker: 'cmp',
  places: [{ in: 'cookie', name: /^${id}$/ }],
  decode(raw) {
    const categories = jsonObject(raw)
    if (!categories) return unreadable('no JSON object')
    return readCategories(
      Object.entries(categories).flatMap(([category, is]) => (typeof is === 'boolean' ? [[category, is]] : [])),
    )
  },
}
`

const signalTest = (id: string, name: string): string => `import { expect, test } from 'vitest'
import { ${name} } from '../../../scanner/signals/${id}.ts'

test.each([
  ['everything granted', '{"marketing":true}', { says: 'granted', granted: ['marketing'], denied: [] }],
  ['everything denied', '{"necessary":true,"marketing":false}', { says: 'denied', granted: [], denied: ['marketing'] }],
  ['no choice yet', '{}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(${name}.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '%', 'null', '[]', '{"marketing":'])('%j cannot be read', (raw) => {
  expect(${name}.decode(raw)).toEqual({ ok: false, reason: 'no JSON object' })
})
`
