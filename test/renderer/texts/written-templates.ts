import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** The templates of all sentences that the source writes, read off the source itself: template -> where it stands. */

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

interface Quasi {
  readonly value: { readonly cooked: string }
}

/** Folders in which a reason is one of what was seen of a choice. */
const TELLS_OF_CHOICES = /^scanner\/(?:consent|cmps|signals\/traces|scan|har)\b/

const program = globSync(['scanner/**/*.ts', 'main/service/*.ts'], { exclude: ['scanner/said.ts', 'scanner/lab/**'] })
  .toSorted()
  .map((path) => ({ path, nodes: nodesOf(parseSync(path, readFileSync(path, 'utf8')).program) }))

/** Of sentences that keep what they are made of. */
export const saidTemplates = collected(({ nodes }) => tagged(nodes, 'said'))

/** Of sentences that are kept as plain text: messages, gaps, and what was said of a choice. */
export const toldTemplates = collected(({ path, nodes }) => [
  ...tagged(nodes, 'told'),
  ...nodes.filter(isGap).map(({ arguments: given }) => (given as readonly Node[])[2]),
  ...(TELLS_OF_CHOICES.test(path) ? nodes.filter(isReason).map(({ value }) => value as Node) : []),
])

/** Words that stand beside a template rather than in it, which no catalogue could say: `path: words`. */
export const wordsBeside = program.flatMap(({ path, nodes }) =>
  [...tagged(nodes, 'said'), ...tagged(nodes, 'told')]
    .flatMap((quasi) => (quasi as { readonly expressions: readonly Node[] } & Node).expressions.flatMap(wordsIn))
    .map((words) => `${path}: ${words}`),
)

export function hasLetters(template: string): boolean {
  return /\p{L}/u.test(template.replace(/\{\d+\}/g, ''))
}

function collected(find: (of: (typeof program)[number]) => readonly (Node | undefined)[]): ReadonlyMap<string, string> {
  const found = program.flatMap((file) =>
    find(file).flatMap((node) => {
      const template = node && templateOf(node)
      return template && hasLetters(template) ? [[template, file.path] as const] : []
    }),
  )
  return new Map(found)
}

function nodesOf(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf)
  if (typeof node !== 'object' || node === null) return []
  return ['type' in node ? [node as Node] : [], ...Object.values(node).map(nodesOf)].flat()
}

function tagged(nodes: readonly Node[], name: 'said' | 'told'): readonly Node[] {
  return nodes
    .filter(({ type, tag }) => type === 'TaggedTemplateExpression' && (tag as { readonly name?: string }).name === name)
    .map(({ quasi }) => quasi as Node)
}

/** `pen.gap(kind, blinds, reason)` */
function isGap({ type, callee }: Node): boolean {
  const { property } = (callee ?? {}) as { readonly property?: { readonly name?: string } }
  return type === 'CallExpression' && property?.name === 'gap'
}

function isReason({ type, key }: Node): boolean {
  return type === 'Property' && /^(?:because|detail|reason)$/.test((key as { readonly name?: string }).name ?? '')
}

/** As `said` itself makes it; `null` of what is no text. */
function templateOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateLiteral') return null
  const quasis = node['quasis'] as readonly Quasi[]
  return quasis.map(({ value: { cooked } }, index) => (index === 0 ? cooked : `{${index - 1}}${cooked}`)).join('')
}

/** What an expression may come to, as far as it is written out: calls answer for themselves. */
function wordsIn(node: Node): readonly string[] {
  const { type, consequent, alternate, left, right } = node
  if (type === 'ConditionalExpression') return [consequent, alternate].flatMap((each) => wordsIn(each as Node))
  if (type === 'LogicalExpression') return [left, right].flatMap((each) => wordsIn(each as Node))
  if (type !== 'Literal' && type !== 'TemplateLiteral') return []
  return [templateOf(node) ?? ''].filter(hasLetters)
}
