import { unarmed } from './tab-separated.ts'

/** A file that a spreadsheet opens by itself (RFC 4180), with the mark by which it knows that it is UTF-8. Part by part: it
 *  may be longer than what fits into one string. */
export function commaSeparated(head: readonly string[], parts: readonly (readonly (readonly string[])[])[]): Blob {
  const lines = (rows: readonly (readonly string[])[]): string =>
    rows.map((cells) => `${cells.map(asCell).join(',')}\r\n`).join('')
  return new Blob(['\uFEFF', lines([head]), ...parts.map(lines)], { type: 'text/csv;charset=utf-8' })
}

function asCell(text: string): string {
  const plain = unarmed(text)
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
