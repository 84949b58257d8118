import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Knowledge } from '../../../scanner/knowledge/answers.ts'
import { classifyLine, type LineKind } from '../../../scanner/knowledge/classify-line.ts'

/** Answers each line with one line of JSON, in order; an empty line is answered too, so that lines can be counted. */
export async function classifyLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { knowledge, kind }: { readonly knowledge: Knowledge; readonly kind: LineKind },
): Promise<void> {
  let waiting = ''
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    waiting += `${JSON.stringify(classifyLine(knowledge, kind, line))}\n`
    if (waiting.length < PORTION) continue
    if (!output.write(waiting)) await once(output, 'drain')
    waiting = ''
  }
  output.write(waiting)
}

/** Characters written at once: a call per line would cost more than its answer. */
const PORTION = 16_384
