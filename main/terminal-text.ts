import { visible } from '../scanner/reports/foreign-text.ts'

/** Text with lines that may quote a site, made safe for a terminal: nothing a site chose may move the cursor or recolour. */
export function terminalText(text: string): string {
  return text.split('\n').map(visible).join('\n')
}
