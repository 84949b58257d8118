import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../main/contract.ts'
import said from '../texts/said.de.json' with { type: 'json' }
import told from '../texts/told.de.json' with { type: 'json' }
import { useFormats } from './formats.ts'
import { readerOf } from './reading.ts'
import { inEnglish, spoken, type Entry, type Piece, type Speech } from './speech.ts'

/** Tells the sentences inside how the scanner made them, so that they can be said in another language. */
export function Worded({ by, children }: { readonly by: readonly Wording[]; readonly children: ReactNode }) {
  const bySentence = useMemo(() => new Map(by.map((wording) => [inEnglish(wording), wording])), [by])
  return <Wordings value={bySentence}>{children}</Wordings>
}

const Wordings = createContext<ReadonlyMap<string, Wording>>(new Map())

/** The same as plain text, for what is no more than text: a title, the note of a field. */
export function useSaid(): (text: string, wording?: Wording) => string {
  const speak = useSpeech()
  return (text, wording) =>
    speak(text, wording)
      .map((piece) => piece.text)
      .join('')
}

/** Says a sentence of the scanner in the language of the window; what cannot be said in it stays English. */
export function useSpeech(): (text: string, wording?: Wording | null) => readonly Piece[] {
  const { i18n } = useTranslation()
  const { number } = useFormats()
  const known = useContext(Wordings)
  return useMemo(() => {
    if (i18n.language !== 'de') return (text) => [{ text, isEnglish: true }]
    const speech: Speech = {
      entry: (template) => GERMAN.get(template) ?? null,
      // What else is known of this scan may stand in another sentence, too.
      read: (text) => known.get(text) ?? readGerman(text),
      number,
    }
    return (text, wording) => spoken(wording ?? known.get(text) ?? ['=', text], speech) ?? [{ text, isEnglish: true }]
  }, [i18n.language, number, known])
}

const GERMAN: ReadonlyMap<string, Entry> = new Map<string, Entry>(Object.entries({ ...said, ...told }))
const readGerman = readerOf(Object.keys(told))
