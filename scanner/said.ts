import type { Wording, WordingValue } from './model.ts'

/** Sentences that know what they are made of: they read in English, and can be read in another language. */

/** said`${3} requests went to ${'Hotjar'}`: the text between the values is what a catalogue translates. */
export function said(parts: TemplateStringsArray, ...values: readonly WordingValue[]): Wording {
  return [parts.map((part, index) => (index === 0 ? part : `{${index - 1}}${part}`)).join(''), ...values]
}

/** The same as plain text, for what is kept as it is: evidence, and messages. It is read back by its template. */
export function told(parts: TemplateStringsArray, ...values: readonly WordingValue[]): string {
  return spelled(said(parts, ...values))
}

/** How it reads in English. */
export function spelled([template, ...values]: Wording): string {
  const texts = values.map((value) => (typeof value === 'object' ? spelled(value) : String(value)))
  if (template === '=') return texts.join('')
  if (template === '^') return capital(texts.join(''))
  return template.replace(/\{(\d+)\}/g, (_, index: string) => texts[Number(index)] ?? '')
}

/** With a capital at its beginning. */
export const capitalised = (wording: Wording): Wording => ['^', wording]

/** A sentence that somebody else wrote down, in English. */
export const asWritten = (text: string): Wording => ['=', text]

export const NOTHING: Wording = ['']

/** One after the other, each once. */
export function together(wordings: readonly Wording[], between = ' '): Wording {
  const all = distinct(wordings)
  const [only] = all
  if (only && all.length === 1) return only
  return [all.map((_, index) => `{${index}}`).join(between), ...all]
}

/** Without what says nothing, and what was said before. */
export function distinct(wordings: readonly Wording[]): readonly Wording[] {
  const known = new Set([''])
  return wordings.filter((each) => !known.has(spelled(each)) && known.add(spelled(each)))
}

/** How a sentence is made, where these tell: a wording is of the sentence it spells. */
export function wordingOf(sentence: string, wordings: readonly Wording[]): Wording | null {
  return wordings.find((each) => spelled(each) === sentence) ?? null
}

/** Made of parts, so that the sentence alone does not tell how. */
export function isMade([template, ...values]: Wording): boolean {
  return values.length > 0 && template !== '='
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
