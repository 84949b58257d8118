/** Text that a scanned page chose, made safe for eyes and terminals; escaping for HTML is not done here. */

/** Control, direction and other unseen characters by their number, `‹U+202E›`: nothing may hide, turn or drive a terminal. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => `‹U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`)
}

/** As `visible`, line by line: for texts that have lines, such as a banner's. */
export function visibleLines(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map((line) => visible(line.replaceAll('\t', '  ')))
}

/** At most `most` UTF-16 units, with the middle left out: both ends of an address tell something. */
export function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text
  const tail = Math.floor((most - 1) / 3)
  const head = most - 1 - tail
  // No half of a surrogate pair at the cut.
  return `${text.slice(0, head).replace(/[\uD800-\uDBFF]$/, '')}…${text.slice(text.length - tail).replace(/^[\uDC00-\uDFFF]/, '')}`
}

/** The joiners U+200C and U+200D stay: Persian, Indic scripts and emoji are written with them. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\u200C\u200D]]/gv
