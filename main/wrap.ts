import { Help } from 'commander'

/** Breaks text into lines of at most `width` columns, between words, each one indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines = new Help().boxWrap(text, Math.max(MIN_WIDTH, width - indent.length))
  return `${indent}${lines.replaceAll('\n', `\n${indent}`)}`
}

/** Below this the library leaves a text as it is. */
const MIN_WIDTH = 40
