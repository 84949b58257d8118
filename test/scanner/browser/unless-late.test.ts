import { expect, test } from 'vitest'
import { unlessLate } from '../../../scanner/browser/unless-late.ts'

const NEVER = new Promise<never>(() => undefined)

test('work that is done in time is its answer', async () => {
  await expect(unlessLate(1000, Promise.resolve('done'))).resolves.toBe('done')
})

test('work that takes too long is refused, with the time it was given', async () => {
  await expect(unlessLate(1, NEVER)).rejects.toThrow('no answer in 1 ms')
})

test('a signal ends the wait with its own reason, also when it was raised before', async () => {
  const cancel = new AbortController()
  const waiting = unlessLate(60_000, NEVER, cancel.signal)
  cancel.abort(new Error('cancelled'))
  await expect(waiting).rejects.toThrow('cancelled')
  await expect(unlessLate(60_000, NEVER, cancel.signal)).rejects.toThrow('cancelled')
})
