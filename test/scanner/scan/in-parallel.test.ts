import { expect, test } from 'vitest'
import { inParallel } from '../../../scanner/scan/in-parallel.ts'

/** Work whose end the test decides, job by job. */
function held() {
  const started: string[] = []
  const jobs = new Map<string, PromiseWithResolvers<void>>()
  const work = (job: string): Promise<void> => {
    started.push(job)
    const end = Promise.withResolvers<void>()
    jobs.set(job, end)
    return end.promise
  }
  const end = (job: string): void => jobs.get(job)?.resolve()
  const fail = (job: string): void => jobs.get(job)?.reject(new Error(`${job} failed`))
  return { started, work, end, fail }
}

test('jobs start in order, at most so many at once', async () => {
  const { started, work, end } = held()
  const all = inParallel(['a', 'b', 'c'], 2, work)
  expect(started).toEqual(['a', 'b'])
  end('b')
  await expect.poll(() => started).toEqual(['a', 'b', 'c'])
  end('a')
  end('c')
  await all
})

for (const limit of [0, -1, 1]) {
  test(`a limit of ${limit} works through them one by one`, async () => {
    const { started, work, end } = held()
    const all = inParallel(['a', 'b'], limit, work)
    expect(started).toEqual(['a'])
    end('a')
    await expect.poll(() => started).toEqual(['a', 'b'])
    end('b')
    await all
  })
}

test('a failure starts nothing new, waits for what is under way, and is thrown', async () => {
  const { started, work, end, fail } = held()
  let isOver = false
  const failure = inParallel(['a', 'b', 'c'], 2, work).catch((reason: unknown) => {
    isOver = true
    return reason
  })
  fail('a')
  await new Promise(setImmediate)
  expect([started, isOver]).toEqual([['a', 'b'], false])
  end('b')
  expect(await failure).toEqual(new Error('a failed'))
  expect(started).toEqual(['a', 'b'])
})

test('of two failures the first is thrown', async () => {
  const { work, fail } = held()
  const failure = inParallel(['a', 'b'], 2, work).catch((reason: unknown) => reason)
  fail('b')
  fail('a')
  expect(await failure).toEqual(new Error('b failed'))
})

test('no jobs are done at once', async () => {
  await expect(inParallel([], 4, () => Promise.reject(new Error('never called')))).resolves.toBeUndefined()
})
