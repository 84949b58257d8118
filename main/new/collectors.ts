import { camelCase, SLUG, type Shelf } from './shelf.ts'

export const collectors: Shelf = {
  name: 'collectors',
  idForm: SLUG,
  idExample: 'console-messages (what is noted)',
  nameOf: camelCase,
  list: 'last',
  files: ({ id, name }) => [
    { path: `scanner/collectors/${id}.ts`, text: collector(id, name) },
    { path: `test/scanner/collectors/${id}.test.ts`, text: collectorTest(id, name) },
  ],
  next: ({ id }) => [
    'A new kind of observation is first a fact in scanner/model.ts and its schema in scanner/store/schemas/; bundles are a public format.',
    `Note it in scanner/collectors/${id}.ts as it happens. Never await in attach: the target is still paused.`,
    'Let it happen on the page of test/contracts/collectors.test.ts, and put a new kind into the list there; until then that test fails.',
  ],
}

const collector = (
  id: string,
  name: string,
): string => `import type { Collector, Pen, RecordedTarget, Recording } from './collector.ts'

/** What it notes, and when. */
export const ${name}: Collector = {
  id: '${id}',
  sees: ['signal'],
  begin: (pen) => new ${className(name)}(pen),
}

class ${className(name)} implements Recording {
  readonly #pen: Pen

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ ref, onNativeCall }: RecordedTarget): void {
    onNativeCall(({ point }) => this.#pen.write({ kind: 'signal', standard: '${id}', raw: point, where: ref.url }))
  }
}
`

const collectorTest = (id: string, name: string): string => `import { expect, test } from 'vitest'
import { ${name} } from '../../../scanner/collectors/${id}.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'

test('notes what the page calls', () => {
  const { pen, drafts } = fakePen()
  const { target, call } = fakeTarget()
  ${name}.begin(pen).attach(target)
  call('document.cookie', ['a=1'])
  expect(drafts('signal')).toEqual([
    { kind: 'signal', standard: '${id}', raw: 'document.cookie', where: 'https://shop.example/' },
  ])
})
`

function className(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Recording`
}
