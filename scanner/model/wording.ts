/**
 * How a sentence is made: its English template, in which `{0}`, `{1}` ... stand for the values. A template without
 * letters is the same in every language; `^` gives its one value a capital, and `=` is a whole sentence that stands in
 * the evidence as it is.
 */
export type Wording = readonly [template: string, ...values: WordingValue[]]

/** Text is a name or what a page chose and is never translated; numbers are written as each language does. */
export type WordingValue = string | number | Wording
