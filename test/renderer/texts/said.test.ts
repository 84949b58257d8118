import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseSync } from 'vite'
import german from '../../../renderer/texts/said.de.json' with { type: 'json' }
import { jurisdictions } from '../../../scanner/jurisdictions/index.ts'

/** Every sentence the scanner can write in parts has its German: templates are collected from the source itself. */

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

interface Quasi {
  readonly value: { readonly cooked: string }
}

const written = new Map(
  globSync('scanner/**/*.ts')
    .filter((path) => path !== 'scanner/said.ts')
    .flatMap((path) => templatesIn(path).map((template) => [template, path] as const)),
)
/** Sentences of legal orders are data, and stand in the catalogue as they are. */
const ofLaw = new Set(
  jurisdictions.flatMap(({ notes, notAsked, open }) => [
    ...Object.values(notes),
    ...Object.values(notAsked),
    ...Object.values(open).flatMap(({ strict, tolerant }) => [strict, tolerant]),
  ]),
)
const entries = Object.entries<string | Record<string, string>>(german)

test('every template of the scanner has its German', () => {
  expect(written.size).toBeGreaterThan(50)
  const missing = [...written].filter(([template]) => hasLetters(template) && !(template in german))
  expect(missing).toEqual([])
})

test('every sentence of a legal order has its German', () => {
  expect([...ofLaw].filter((text) => !(text in german))).toEqual([])
})

test('the catalogue holds nothing that the scanner does not say', () => {
  const idle = entries.filter(([template]) => !written.has(template) && !ofLaw.has(template))
  expect(idle.map(([template]) => template)).toEqual([])
})

test('no words stand between the values of a template but its own', () => {
  const beside = globSync('scanner/**/*.ts').flatMap((path) => wordsBeside(path).map((words) => `${path}: ${words}`))
  expect(beside).toEqual([])
})

for (const [template, entry] of entries)
  test(`the German of "${template}" has its values, and its words`, () => {
    const forms = typeof entry === 'string' ? { '': entry } : entry
    expect(Object.keys(forms)).toContain('')
    for (const text of Object.values(forms)) {
      expect(placesIn(text)).toEqual(placesIn(template))
      expect(text).not.toMatch(/illegal|rechtswidrig|verstö(?:ß|ss)t|Verstoß/i)
      expect(text.match(/`/g)?.length ?? 0).toBe(template.match(/`/g)?.length ?? 0)
    }
  })

/** Words that stand beside a template rather than in it would stay English. */
function wordsBeside(path: string): readonly string[] {
  return taggedIn(path).flatMap(({ quasi }) =>
    (quasi as { readonly expressions: readonly Node[] }).expressions.flatMap(wordsIn),
  )
}

/** What an expression may come to, as far as it is written out: calls answer for themselves. */
function wordsIn(node: Node): readonly string[] {
  const { type } = node
  if (type === 'ConditionalExpression')
    return [node['consequent'], node['alternate']].flatMap((each) => wordsIn(each as Node))
  if (type === 'LogicalExpression') return [node['left'], node['right']].flatMap((each) => wordsIn(each as Node))
  if (type === 'Literal') return typeof node['value'] === 'string' && hasLetters(node['value']) ? [node['value']] : []
  if (type !== 'TemplateLiteral') return []
  return (node['quasis'] as readonly Quasi[]).map(({ value }) => value.cooked).filter(hasLetters)
}

function hasLetters(template: string): boolean {
  return /\p{L}/u.test(template.replace(/\{\d+\}/g, ''))
}

function placesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\d+)(?:\^)?(?::[a-z]+)?\}/g)].map(([, at = '']) => at))].toSorted()
}

function templatesIn(path: string): readonly string[] {
  return taggedIn(path).map(templateOf)
}

function taggedIn(path: string): readonly Node[] {
  const found: Node[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    if (isSaid(node as Node)) found.push(node as Node)
    Object.values(node).forEach(visit)
  }
  visit(parseSync(path, readFileSync(path, 'utf8')).program)
  return found
}

function isSaid({ type, tag }: Node): boolean {
  return type === 'TaggedTemplateExpression' && (tag as { readonly name?: string }).name === 'said'
}

/** As `said` itself makes it. */
function templateOf({ quasi }: Node): string {
  const { quasis } = quasi as { readonly quasis: readonly Quasi[] }
  return quasis.map(({ value: { cooked } }, index) => (index === 0 ? cooked : `{${index - 1}}${cooked}`)).join('')
}
