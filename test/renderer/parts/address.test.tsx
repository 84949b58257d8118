// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { useAddress, type Address } from '../../../renderer/parts/address.ts'

afterEach(cleanup)

function at(place: string) {
  const held: { address: Address | null } = { address: null }
  const Holder = (): ReactNode => {
    held.address = useAddress()
    return null
  }
  const router = createMemoryRouter([{ path: '/scan', Component: Holder }], {
    initialEntries: ['/', place],
    initialIndex: 1,
  })
  renderHook(() => null, { wrapper: () => <RouterProvider router={router} /> })
  const address = (): Address => {
    if (!held.address) throw new Error('the screen is not there')
    return held.address
  }
  return { router, address }
}

test('what stands in the address is read, one or many', () => {
  const { address } = at('/scan?text=a%20b&category=marketing&category=analytics')
  expect(address().get('text')).toBe('a b')
  expect(address().list('category')).toEqual(['marketing', 'analytics'])
  expect(address().get('row')).toBeNull()
})

test('a change leaves what it does not name, and empties leave the address', async () => {
  const { address, router } = at('/scan?text=a&category=marketing&row=x')
  await act(async () => address().set({ text: null, category: [], state: ['rejected', 'accepted'] }))
  expect(router.state.location.search).toBe('?row=x&state=rejected&state=accepted')
})

test('only what is worth a step can be gone back from', async () => {
  const { address, router } = at('/scan')
  await act(async () => address().set({ text: 'a' }))
  await act(async () => address().set({ cell: 'no-choice a b' }, true))
  expect(address().get('cell')).toBe('no-choice a b')
  await act(async () => router.navigate(-1))
  expect(router.state.location.search).toBe('?text=a')
})
