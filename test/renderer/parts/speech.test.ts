import { expect, test } from 'vitest'
import { inEnglish, spoken, type Entry, type Speech } from '../../../renderer/parts/speech.ts'
import type { Wording } from '../../../main/contract.ts'
import { said, spelled, asWritten, capitalised } from '../../../scanner/said.ts'

const CATALOGUE: Readonly<Record<string, Entry>> = {
  '{0} requests': { '': '{0} Anfragen', '1': 'eine Anfrage', dativ: '{0} den Anfragen' },
  '{0} to {1} {2}.': '{2^}: {0} an {1}.',
  'with {0}.': 'mit {0:dativ}.',
  'after reject': 'nach Ablehnung',
  'It hung.': 'Es hing.',
}
const german: Speech = {
  entry: (template) => CATALOGUE[template] ?? null,
  read: (text) => (text.startsWith('after') ? ['{0}?', ['after reject']] : null),
  number: (value) => value.toLocaleString('de-DE'),
}
const requests = (amount: number): Wording => said`${amount} requests`

for (const [name, wording, expected] of [
  [
    'in its own order, with a capital where it begins',
    said`${requests(1200)} to ${'eBay'} ${said`after reject`}.`,
    'Nach Ablehnung: 1.200 Anfragen an eBay.',
  ],
  ['of one', requests(1), 'eine Anfrage'],
  ['in the form that is asked for', said`with ${requests(4)}.`, 'mit 4 den Anfragen.'],
  ['without letters', said`${requests(2)}, ${'b'}`, '2 Anfragen, b'],
  ['with a capital', capitalised(said`after reject`), 'Nach Ablehnung'],
  ['that somebody wrote down and can be read', asWritten('after all'), 'nach Ablehnung?'],
  ['that somebody wrote down and the catalogue knows', asWritten('It hung.'), 'Es hing.'],
] as const)
  test(`a sentence ${name}`, () => {
    expect(spoken(wording, german)).toEqual([{ text: expected, isEnglish: false }])
    expect(inEnglish(wording)).toBe(spelled(wording))
  })

test('what somebody wrote down and nobody knows stays English, and is marked', () => {
  expect(spoken(said`${'`a`'}: ${asWritten('the disk broke')}`, german)).toEqual([
    { text: '`a`: ', isEnglish: false },
    { text: 'the disk broke', isEnglish: true },
  ])
})

for (const [name, wording] of [
  ['nobody has words for', said`A later sentence of ${3}.`],
  ['of which a part has no words', said`${said`before dawn`}, ${3}`],
  ['whose values are missing', ['{0} requests']],
] as const)
  test(`a sentence that ${name} is not said`, () => expect(spoken(wording as Wording, german)).toBeNull())
