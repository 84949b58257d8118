import { once } from 'node:events'
import { StringDecoder } from 'node:string_decoder'
import type { Knowledge } from '../../../scanner/knowledge/answers.ts'
import { classifyLine, type LineKind } from '../../../scanner/knowledge/classify-line.ts'

/** Answers each line with one line of JSON, in order; an empty line is answered too, so that lines can be counted. */
export async function classifyLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { knowledge, kind }: { readonly knowledge: Knowledge; readonly kind: LineKind },
): Promise<void> {
  let waiting = ''
  for await (const line of linesOf(input)) {
    waiting += `${JSON.stringify(classifyLine(knowledge, kind, line))}\n`
    if (waiting.length < PORTION) continue
    if (!output.write(waiting)) await once(output, 'drain')
    waiting = ''
  }
  output.write(waiting)
}

/** Characters written at once: a call per line would cost more than its answer. */
const PORTION = 16_384

/** Ended by a line feed only: a name may hold any other sign that some call a line's end. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    const end = text.lastIndexOf('\n')
    if (end >= 0) for (const line of (rest + text.slice(0, end)).split('\n')) yield withoutReturn(line)
    rest = end < 0 ? rest + text : text.slice(end + 1)
  }
  rest += decoder.end()
  if (rest !== '') yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
