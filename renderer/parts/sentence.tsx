import { Code } from '@mantine/core'
import { Fragment } from 'react'

/** A sentence of the scanner: what a page chose stands between backticks in it and is set apart as such. */
export function Sentence({ text }: { readonly text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{part}</Fragment>
    ) : (
      <Code key={index}>
        <bdi>{part}</bdi>
      </Code>
    ),
  )
}
