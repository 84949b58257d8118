import { Code } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../main/contract.ts'
import { useSpeech } from './wordings.tsx'

interface SentenceProps {
  readonly text: string
  /** How it is made, where the sentences around do not tell. */
  readonly wording?: Wording | null
}

/**
 * A sentence of the scanner, in the language of the window as far as that has words for it. What a page chose stands
 * between backticks in it and is set apart as such.
 */
export function Sentence({ text, wording = null }: SentenceProps) {
  const { i18n } = useTranslation()
  const speak = useSpeech()
  return speak(text, wording).map(({ text: piece, isEnglish }, index) =>
    isEnglish && i18n.language !== 'en' ? (
      <span key={index} lang="en">
        <Quotations in={piece} />
      </span>
    ) : (
      <Quotations key={index} in={piece} />
    ),
  )
}

function Quotations({ in: text }: { readonly in: string }) {
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
