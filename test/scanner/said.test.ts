import { expect, test } from 'vitest'
import type { Wording } from '../../scanner/model.ts'
import { asWritten, capitalised, distinct, NOTHING, said, spelled, together, wordingOf } from '../../scanner/said.ts'

const hotjar = said`${3} requests went to ${'Hotjar'}`

for (const [name, wording, made, text] of [
  ['values in their places', hotjar, ['{0} requests went to {1}', 3, 'Hotjar'], '3 requests went to Hotjar'],
  ['a name that looks like a place', said`of ${'{0}'} and ${'b'}`, ['of {0} and {1}', '{0}', 'b'], 'of {0} and b'],
  ['a sentence in another', said`So ${hotjar}.`, ['So {0}.', hotjar], 'So 3 requests went to Hotjar.'],
  ['a capital', capitalised(said`after ${'x'}`), ['^', ['after {0}', 'x']], 'After x'],
  ['what somebody else wrote', asWritten('it {0} hung'), ['=', 'it {0} hung'], 'it {0} hung'],
  ['nothing', NOTHING, [''], ''],
  ['a backtick', said`set \`${'a'}\``, ['set `{0}`', 'a'], 'set `a`'],
] as const satisfies readonly (readonly [string, Wording, unknown, string])[])
  test(`a sentence keeps what it is made of: ${name}`, () => {
    expect(wording).toEqual(made)
    expect(spelled(wording)).toBe(text)
  })

test('sentences follow each other, each once', () => {
  const all = [said`One.`, NOTHING, said`Two.`, said`One.`]
  expect(distinct(all)).toEqual([['One.'], ['Two.']])
  expect(together(all)).toEqual(['{0} {1}', ['One.'], ['Two.']])
  expect(together([said`One.`])).toEqual(['One.'])
  expect(spelled(together([]))).toBe('')
})

test('a wording is of the sentence it spells, and of no other', () => {
  expect(wordingOf('3 requests went to Hotjar', [said`${3} requests went to ${'Meta'}`, hotjar])).toBe(hotjar)
  expect(wordingOf('3 requests went to Hotjar!', [hotjar])).toBeNull()
})
