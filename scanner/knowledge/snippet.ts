/** Whether the words of one inline script hold all of a snippet's. */
export type Snippet = (words: ReadonlySet<string>) => boolean

/**
 * Text of an inline script as a record has it. Of a script the evidence keeps its words, so that is how both are compared; where the
 * snippet begins or ends inside a word (`'AW-`), the rest of that word may be anything. `null`: it holds no word to look for.
 */
export function snippetOf(text: string): Snippet | null {
  const tests = [...text.matchAll(WORD)].map(({ 0: word, index }) =>
    wordTest(word, index === 0, index + word.length === text.length),
  )
  return tests.length === 0 ? null : (words) => tests.every((test) => test(words))
}

/** As the collector of page marks cuts scripts into words. */
const WORD = /[\w$./:-]{3,}/g

function wordTest(word: string, isOpenBefore: boolean, isOpenAfter: boolean): Snippet {
  if (!isOpenBefore && !isOpenAfter) return (words) => words.has(word)
  const fits = (other: string): boolean => {
    if (isOpenBefore && isOpenAfter) return other.includes(word)
    return isOpenBefore ? other.endsWith(word) : other.startsWith(word)
  }
  return (words) => words.has(word) || [...words].some(fits)
}
