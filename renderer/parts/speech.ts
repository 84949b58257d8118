import type { Wording, WordingValue } from '../../main/contract.ts'

/** Says worded sentences in a language. */
export interface Speech {
  /** How the language says an English template; `null` where nobody has written it down. */
  entry(template: string): Entry | null
  /** How a sentence was made that is kept as plain text; `null` where nobody can tell. */
  read(text: string): Wording | null
  number(value: number): string
}

/**
 * `{0}` is a value, `{0^}` one with a capital, `{0:of}` one in the form `of`. Of several forms `1` is for an amount of
 * one, and the one without a name for all others.
 */
export type Entry = string | Readonly<Record<string, string>>

/** A piece of a sentence; what nobody can say in the language stays English. */
export interface Piece {
  readonly text: string
  readonly isEnglish: boolean
}

/** The sentence in pieces, or `null` when a part of it has no words in this language. */
export function spoken(wording: Wording, speech: Speech, form = ''): readonly Piece[] | null {
  const [template, ...values] = wording
  const [first] = values
  if (template === '=') return typeof first === 'string' ? written(first, speech) : null
  if (template === '^') return typeof first === 'object' ? capitalised(spoken(first, speech, form)) : null
  const entry = /\p{L}/u.test(template.replace(PLACE, '')) ? speech.entry(template) : template
  if (entry === null) return null
  const pieces = textOf(entry, form, values)
    .split(PLACE_IN_TWO)
    .map((part, index): readonly Piece[] | null => {
      if (index % 2 === 0) return [{ text: part, isEnglish: false }]
      const [, at, capital, ownForm = ''] = /^(\d+)(\^)?(?::(.+))?$/.exec(part) ?? []
      const value = values[Number(at)]
      if (value === undefined) return null
      if (typeof value !== 'object')
        return [{ text: typeof value === 'number' ? speech.number(value) : value, isEnglish: false }]
      const said = spoken(value, speech, ownForm)
      return capital === undefined ? said : capitalised(said)
    })
  return pieces.every((each) => each !== null) ? joined(pieces.flat()) : null
}

/** The English sentence that a wording is the wording of. */
export function inEnglish(wording: Wording): string {
  return (spoken(wording, ENGLISH) ?? []).map(({ text }) => text).join('')
}

const ENGLISH: Speech = { entry: (template) => template, read: () => null, number: String }

const PLACE = /\{\d+(?:\^)?(?::[^}]+)?\}/g
const PLACE_IN_TWO = /\{(\d+(?:\^)?(?::[^}]+)?)\}/

function textOf(entry: Entry, form: string, values: readonly WordingValue[]): string {
  if (typeof entry === 'string') return entry
  const isOne = amountOf(values) === 1
  return (isOne ? (entry[`1${form}`] ?? entry['1']) : undefined) ?? entry[form] ?? entry[''] ?? ''
}

/** The first number that a sentence speaks of. */
function amountOf(values: readonly WordingValue[]): number | undefined {
  return values
    .map((value) => (typeof value === 'object' ? amountOf(value.slice(1)) : value))
    .find((value) => typeof value === 'number')
}

/** A whole sentence that was written down in English: said where it is known as it stands, or by how it was made. */
function written(text: string, speech: Speech): readonly Piece[] {
  const known = speech.entry(text)
  if (typeof known === 'string') return [{ text: known, isEnglish: false }]
  const wording = speech.read(text)
  return (wording && spoken(wording, speech)) ?? [{ text, isEnglish: true }]
}

function capitalised(pieces: readonly Piece[] | null): readonly Piece[] | null {
  const [first, ...rest] = pieces ?? []
  return first === undefined
    ? pieces
    : [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
}

/** Neighbours of one language are one piece, and nothing is none. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (piece.text === '') continue
    if (last?.isEnglish === piece.isEnglish) found[found.length - 1] = { ...last, text: last.text + piece.text }
    else found.push(piece)
  }
  return found
}
