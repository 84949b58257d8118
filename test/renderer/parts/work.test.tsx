// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useWork } from '../../../renderer/parts/work.ts'

afterEach(cleanup)

const never = (): Promise<void> => new Promise(() => undefined)

test('work is under way until it is done', async () => {
  const { result } = renderHook(() => useWork())
  const done = Promise.withResolvers<void>()
  act(() => void result.current.begin(() => done.promise))
  expect(result.current.isUnderWay).toBe(true)
  done.resolve()
  await waitFor(() => expect(result.current.isUnderWay).toBe(false))
  expect(result.current.failure).toBeNull()
})

test('work that fails says why, until the next begins', async () => {
  const { result } = renderHook(() => useWork())
  act(() => void result.current.begin(() => Promise.reject(new Error('no disk'))))
  await waitFor(() => expect(result.current.failure).not.toBeNull())
  act(() => void result.current.begin(never))
  expect(result.current.failure).toBeNull()
})

for (const [name, leave] of [
  ['is stopped', (hook: { result: { current: ReturnType<typeof useWork> } }) => hook.result.current.stop()],
  ['is left with its screen', (hook: { unmount: () => void }) => hook.unmount()],
] as const)
  test(`work that ${name} hears of it, and is no failure`, async () => {
    const hook = renderHook(() => useWork())
    let heard: AbortSignal | null = null
    act(
      () =>
        void hook.result.current.begin(async (signal) => {
          heard = signal
          await new Promise((_, failed) => signal.addEventListener('abort', () => failed(signal.reason)))
        }),
    )
    act(() => leave(hook))
    expect(heard).toMatchObject({ aborted: true })
    expect(hook.result.current.failure).toBeNull()
  })
