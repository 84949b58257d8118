import type { Wording, WordingValue } from '../../main/contract.ts'

/** Finds again how a sentence was made that is kept as plain text: of the templates it fits, the one that says most. */
export function readerOf(templates: Iterable<string>): (text: string) => Wording | null {
  const forms = [...templates].map(formOf).toSorted((a, b) => b.letters - a.letters)
  const read = (text: string): Wording | null => {
    if (text.length > LONGEST) return null
    for (const { template, pattern, isQuotation } of forms) {
      const [whole, ...values] = pattern.exec(text) ?? []
      if (whole !== undefined)
        return [template, ...values.map((value, index) => (isQuotation[index] ? value : valueOf(value)))]
    }
    return afterColon(text)
  }
  /** Names and what a page chose are as they are; what reads like a sentence is one, of ours or of a browser. */
  const valueOf = (text: string): WordingValue => {
    if (/^\d{1,9}$/.test(text)) return Number(text)
    return /\s/.test(text) && (!NAMES.test(text) || read(text) !== null) ? ['=', text] : text
  }
  /** What a sentence is about stands before it, as in `Checkout: answered with error 404`. */
  const afterColon = (text: string): Wording | null => {
    const at = text.indexOf(': ')
    const rest = text.slice(at + 2)
    return at > 0 && read(rest) !== null ? ['{0}: {1}', text.slice(0, at), ['=', rest]] : null
  }
  return read
}

/** A name, several after each other, or a text in quotes. */
const NAMES = /^(?:[^\s,]+(?:, [^\s,]+)*|(["'`]).*\1)$/s

/** Nothing that we write ourselves is as long, and what a page wrote into it is not worth the time. */
const LONGEST = 2_000

interface Form {
  readonly template: string
  readonly pattern: RegExp
  /** Of each value: it stands in quotes, so it is somebody else's words. */
  readonly isQuotation: readonly boolean[]
  readonly letters: number
}

function formOf(template: string): Form {
  const parts = template.split(/\{\d+\}/)
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('(.+?)')
  return {
    template,
    pattern: new RegExp(`^${pattern}$`, 's'),
    isQuotation: parts.slice(1).map((after, index) => after.startsWith('"') && (parts[index]?.endsWith('"') ?? false)),
    letters: parts.join('').length,
  }
}
