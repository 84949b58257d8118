import { expect, test } from 'vitest'
import type { Category } from '../../../main/contract.ts'
import { nextCategory } from '../../../renderer/parts/matrix-rows.ts'

test('c walks through the categories that are there, and back to all of them', () => {
  const there: readonly Category[] = ['necessary', 'marketing', 'analytics']
  const walk = [0, 1, 2, 3].reduce<readonly (readonly Category[])[]>(
    (seen) => [...seen, nextCategory(seen.at(-1) ?? [], there)],
    [],
  )
  expect(walk).toEqual([['marketing'], ['analytics'], ['necessary'], []])
})
