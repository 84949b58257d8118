import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../main/contract.ts'
import german from '../texts/said.de.json' with { type: 'json' }
import { useFormats } from './formats.ts'
import { inEnglish, spoken, type Entry, type Piece, type Speech } from './speech.ts'

/** Tells the sentences inside how the scanner made them, so that they can be said in another language. */
export function Worded({ by, children }: { readonly by: readonly Wording[]; readonly children: ReactNode }) {
  const bySentence = useMemo(() => new Map(by.map((wording) => [inEnglish(wording), wording])), [by])
  return <Wordings value={bySentence}>{children}</Wordings>
}

const Wordings = createContext<ReadonlyMap<string, Wording>>(new Map())

/** Says a sentence of the scanner in the language of the window; what cannot be said in it stays English. */
export function useSpeech(): (text: string, wording?: Wording | null) => readonly Piece[] {
  const { i18n } = useTranslation()
  const { number } = useFormats()
  const known = useContext(Wordings)
  return useMemo(() => {
    const entries = CATALOGUES.get(i18n.language)
    if (entries === undefined) return (text) => [{ text, isEnglish: true }]
    const speech: Speech = { entry: (template) => entries.get(template) ?? null, number }
    return (text, wording) => spoken(wording ?? known.get(text) ?? ['=', text], speech) ?? [{ text, isEnglish: true }]
  }, [i18n.language, number, known])
}

const CATALOGUES: ReadonlyMap<string, ReadonlyMap<string, Entry>> = new Map([
  ['de', new Map<string, Entry>(Object.entries(german))],
])
