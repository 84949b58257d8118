import { expect, test } from 'vitest'
import type { Observation, PageError } from '../../../../scanner/model.ts'
import { newErrors } from '../../../../scanner/summary/what-if/errors.ts'
import { pageErrors } from '../../../evidence/observations.ts'
import { scene } from '../../../evidence/scene.ts'

const error = (text: string, given: Partial<PageError> = {}): PageError => ({
  how: 'thrown',
  text,
  url: 'https://shop.example/app.js',
  line: 1,
  count: 1,
  at: 0,
  ...given,
})
const accepted = (...errors: readonly PageError[]) => pageErrors({ state: 'accepted', stepId: 'optin', errors })
const gated = (...errors: readonly PageError[]) => pageErrors({ state: 'gated', stepId: 'optin', errors })

function told(...seen: readonly Observation[]) {
  const { evidence } = scene({ plan: { states: ['accepted', 'gated'] }, seen })
  return newErrors(evidence, new Set(['optin']))?.map(({ text, stepIds, observations }) => [
    text,
    stepIds,
    observations,
  ])
}

for (const [name, seen, expected] of [
  ['an error of the gated visit alone is told', [accepted(), gated(error('a'))], [['a', ['optin'], ['o2']]]],
  ['one that accepted visits show too is not', [accepted(error('a')), gated(error('a', { line: 9, count: 3 }))], []],
  [
    'numbers made for each visit make no other error',
    [accepted(error('no 1795285495343')), gated(error('no 1795285495999'))],
    [],
  ],
  [
    'the same words of another script are another error',
    [accepted(error('a')), gated(error('a', { url: 'https://cdn.example/x.js' }))],
    [['a', ['optin'], ['o2']]],
  ],
  ['an error seen while accepting is known', [choosing(error('a')), accepted(), gated(error('a'))], []],
  ['a visit of which nothing was noted says nothing', [gated(error('a'))], undefined],
  ['nor does one with more errors than were kept', [{ ...accepted(), isCut: true }, gated(error('a'))], undefined],
] as const)
  test(name, () => expect(told(...seen)).toEqual(expected))

function choosing(...errors: readonly PageError[]): Observation {
  return pageErrors({ state: 'choosing', journey: 'accepted', stepId: 'optin', errors })
}
