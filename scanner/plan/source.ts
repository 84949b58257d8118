import { isNode, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { ScanError } from '../errors.ts'
import { told } from '../said.ts'

export interface PlanSource {
  readonly raw: unknown
  /** `plan.yaml:7:5` of the value at this path, else of the nearest group around it. */
  place(path: readonly PropertyKey[]): string
}

/** Reads YAML or JSON and remembers where each value stands. Throws `plan-invalid` with the place of a slip in the syntax. */
export function readSource(text: string, name: string, format: 'yaml' | 'json'): PlanSource {
  const plain = text.replace(/^\uFEFF/, '')
  if (format === 'json') checkJson(plain, name)
  const lines = new LineCounter()
  const document = parseDocument(plain, { lineCounter: lines, prettyErrors: false, strict: true })
  const [slip] = document.errors
  if (slip) throw unreadable(`${name}:${position(lines, slip.pos[0])}`, oneLine(slip.message))
  if (document.contents === null)
    throw unreadable(name, told`the file is empty; see \`tagtrail schema plan\` for its shape`)
  return {
    raw: toValue(document, name),
    place: (path) => `${name}:${position(lines, startOf(document, path))}`,
  }
}

/** JSON proper first: the YAML reader alone would let trailing commas and comments pass. */
function checkJson(text: string, name: string): void {
  try {
    JSON.parse(text)
  } catch (cause) {
    const message = oneLine(String(cause))
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
    throw unreadable(line === undefined ? name : `${name}:${line}:${column}`, told`not valid JSON: ${message}`)
  }
}

function toValue(document: Document, name: string): unknown {
  try {
    return document.toJS()
  } catch (cause) {
    throw unreadable(name, oneLine(String(cause))) // Aliases that multiply without end.
  }
}

function startOf(document: Document, path: readonly PropertyKey[]): number {
  let start = nodeStart(document.contents)
  for (const depth of path.keys()) {
    const node = document.getIn(path.slice(0, depth + 1), true)
    if (isNode(node)) start = nodeStart(node)
  }
  return start
}

function nodeStart(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

function position(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}

function unreadable(place: string, message: string): ScanError {
  return new ScanError('plan-invalid', `${place}: ${message}`)
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').replace(/^\w*Error: /, '')
}
