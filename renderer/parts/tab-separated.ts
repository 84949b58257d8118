/** Rows as a spreadsheet takes them over: one line each, cells between tabs, nothing in a cell that would break it. */
export function tabSeparated(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => cells.map(asCell).join('\t')).join('\n')
}

function asCell(text: string): string {
  return unarmed(text.replaceAll(/[\t\r\n]+/g, ' '))
}

/** What begins like a formula would be one in the spreadsheet; a page may have chosen it for that. */
export function unarmed(text: string): string {
  return /^[=+\-@]/.test(text) && text.length > 1 ? `'${text}` : text
}
