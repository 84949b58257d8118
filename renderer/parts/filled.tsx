import { Fragment, type ReactNode } from 'react'

/** What stands in a text of ours where a part of the window will. Texts that a page chose are never put into it as text. */
export function gap(name: string): string {
  return `\u0000${name}\u0000`
}

/** A text of ours with parts of the window in its gaps, such as names that a page chose, set apart. */
export function Filled({
  text,
  parts,
}: {
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}) {
  return text
    .split('\u0000')
    .map((piece, index) => <Fragment key={index}>{index % 2 === 0 ? piece : parts[piece]}</Fragment>)
}
