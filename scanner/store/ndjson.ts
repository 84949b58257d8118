import { createReadStream } from 'node:fs'

export interface NumberedLine {
  readonly text: string
  /** From 1. */
  readonly number: number
  /** False for a last line that a killed process may have left half written. */
  readonly ended: boolean
}

/** The lines of a file of any size. Splits at line feeds alone: Node's readline also splits at U+2028, which JSON may hold. */
export async function* linesOf(path: string): AsyncGenerator<NumberedLine> {
  let rest = ''
  let number = 0
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const parts = (rest + String(chunk)).split('\n')
    rest = parts.pop() ?? ''
    for (const text of parts) yield { text, number: ++number, ended: true }
  }
  if (rest !== '') yield { text: rest, number: number + 1, ended: false }
}
