import { expect, test } from 'vitest'
import { cellText, openedOf } from '../../../renderer/parts/cell-address.ts'

test('a cell is found again by its address, also where the name of its row has blanks', () => {
  const cell = { state: 'accepted:functional', stepId: 'page-1', row: 'third cdn.unknown.example' } as const
  expect(openedOf(cellText(cell))).toEqual(cell)
})

test('what is no address of a cell opens none', () => {
  for (const text of [null, '', 'rejected', 'rejected optin']) expect(openedOf(text)).toBeNull()
})
