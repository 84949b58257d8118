import { told } from '../said.ts'

/** A value as a person would recognise it in their file: its text, or what sort of thing it is. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return told`an empty value`
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return told`a list`
  if (typeof value === 'object') return told`a group of keys`
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : `a ${typeof value}`
}

export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)
}

/** The word that was probably meant; `null` when none is near enough to be a slip of the hand. */
export function nearest(word: string, words: readonly string[]): string | null {
  const reach = word.length < 4 ? 1 : word.length < 9 ? 2 : 3
  const ranked = words
    .map((candidate) => ({ candidate, distance: distance(plain(word), plain(candidate)) }))
    .toSorted((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= reach ? best.candidate : null
}

/** `settle_ms` and `settleMs` are the same word to a person. */
function plain(word: string): string {
  return word
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** `gaol` for `goal` is one slip, whatever the count of letters says. */
function distance(from: string, to: string): number {
  return sorted(from) === sorted(to) ? Math.min(1, edits(from, to)) : edits(from, to)
}

function sorted(word: string): string {
  return word.split('').toSorted().join('')
}

/** Levenshtein distance: how many letters must be put in, taken out or replaced. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of from.split('').entries()) {
    const next = [i + 1]
    for (const [j, other] of to.split('').entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}

/** `['steps', 1, 'go']` as `steps[1].go`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}
