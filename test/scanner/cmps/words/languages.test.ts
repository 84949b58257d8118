import { describe, expect, test } from 'vitest'
import { languages } from '../../../../scanner/cmps/words/languages.ts'
import { readLabel } from '../../../../scanner/cmps/words/meaning.ts'

/** The lists themselves: a word in the wrong one is a click the wrong way. */

test('there are the languages of the Union and its neighbours, each once', () => {
  const codes = languages.map(({ language }) => language)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.length).toBeGreaterThanOrEqual(24)
})

const whole = (list: string): readonly string[] => list.split('|').filter((phrase) => !phrase.includes('*'))

describe.each(languages.map((words) => [words.language, words] as const))('%s', (_, words) => {
  test('nothing that accepts is read as a refusal, in any language', () => {
    expect(whole(words.accept).filter((phrase) => readLabel(phrase).meaning === 'reject')).toEqual([])
  })

  test('nothing that refuses, opens settings or saves is read as an acceptance', () => {
    const others = [...whole(words.reject), ...whole(words.only), ...whole(words.settings), ...whole(words.save)]
    expect(others.filter((phrase) => readLabel(phrase).meaning === 'accept')).toEqual([])
  })

  test('nothing that opens settings or acknowledges is read as a refusal', () => {
    const others = [...whole(words.settings), ...whole(words.acknowledge)]
    expect(others.filter((phrase) => readLabel(phrase).meaning === 'reject')).toEqual([])
  })

  test('words that change nothing are in no list that decides', () => {
    const deciding = new Set([
      ...whole(words.accept),
      ...whole(words.reject),
      ...whole(words.only),
      ...whole(words.save),
    ])
    expect(whole(words.filler).filter((phrase) => deciding.has(phrase))).toEqual([])
  })

  test('a list has no empty and no doubled word', () => {
    for (const list of Object.values(words)) {
      const phrases = list.split('|')
      expect(phrases.filter((phrase: string) => phrase.trim() === '' || phrase !== phrase.trim())).toEqual([])
    }
  })
})
