// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Page } from '../../../main/contract.ts'
import { usePages } from '../../../renderer/parts/pages.ts'

afterEach(cleanup)

interface Range {
  readonly offset: number
  readonly limit: number
}

/** A list of so many numbers, and what was asked of it. */
function listOf(total: number, add = 0) {
  const asked: number[] = []
  const ask = async ({ offset, limit }: Range): Promise<Page<number>> => {
    asked.push(offset)
    const items = Array.from(
      { length: Math.max(0, Math.min(limit, total - offset)) },
      (_, index) => add + offset + index,
    )
    return { total, offset, items }
  }
  return { ask, asked }
}

test('the first part comes by itself, others when they are looked at, each once', async () => {
  const { ask, asked } = listOf(1000)
  const { result } = renderHook(() => usePages(ask, []))
  expect(result.current.total).toBeUndefined()
  await waitFor(() => expect(result.current.total).toBe(1000))
  expect([result.current.at(0), result.current.at(199), result.current.at(200)]).toEqual([0, 199, undefined])
  result.current.want(190, 410)
  result.current.want(390, 420)
  await waitFor(() => expect(result.current.at(410)).toBe(410))
  expect(asked).toEqual([0, 200, 400])
})

test('another question begins anew, and an answer that comes late is not mixed in', async () => {
  const late: { answer: (page: Page<number>) => void } = { answer: () => undefined }
  const { ask } = listOf(3, 70)
  const slow: typeof ask = () => new Promise((resolve) => (late.answer = resolve))
  const { result, rerender } = renderHook(({ question }) => usePages(question, [question]), {
    initialProps: { question: slow },
  })
  rerender({ question: ask })
  await waitFor(() => expect(result.current.at(2)).toBe(72))
  late.answer({ total: 9, offset: 0, items: [1, 2, 3] })
  await Promise.resolve()
  expect([result.current.total, result.current.at(0)]).toEqual([3, 70])
})

test('what fails is told, and asked again when it is looked at again', async () => {
  const { ask } = listOf(5)
  let fails = true
  const { result } = renderHook(() => usePages((range) => (fails ? Promise.reject(new Error('away')) : ask(range)), []))
  await waitFor(() => expect(result.current.failure).toBeDefined())
  fails = false
  result.current.want(0, 4)
  await waitFor(() => expect(result.current.at(4)).toBe(4))
})

for (const [total, amount, got, asks] of [
  [2500, 100_000, 2500, 3],
  [2500, 1200, 1200, 2],
  [0, 10, 0, 1],
] as const)
  test(`the first ${amount} of ${total} come in ${asks} answers`, async () => {
    const { ask, asked } = listOf(total)
    const { result } = renderHook(() => usePages(ask, []))
    await waitFor(() => expect(result.current.total).toBe(total))
    let rows = 0
    for await (const part of result.current.first(amount, new AbortController().signal)) rows += part.length
    expect(rows).toBe(got)
    expect(asked.length - 1).toBe(asks)
  })

test('what answers the question before stays, called stale, until the new answer is there', async () => {
  const { ask } = listOf(3)
  const late: { answer: (page: Page<number>) => void } = { answer: () => undefined }
  const slow: typeof ask = () => new Promise((resolve) => (late.answer = resolve))
  const { result, rerender } = renderHook(({ question }) => usePages(question, [question]), {
    initialProps: { question: ask },
  })
  await waitFor(() => expect(result.current.total).toBe(3))
  rerender({ question: slow })
  expect([result.current.isStale, result.current.at(2)]).toEqual([true, 2])
  late.answer({ total: 1, offset: 0, items: [7] })
  await waitFor(() => expect(result.current.isStale).toBe(false))
  expect([result.current.total, result.current.at(0)]).toEqual([1, 7])
})

test('of a list that is scrolled through, what was left long ago is let go and comes again', async () => {
  const { ask, asked } = listOf(100_000)
  const { result } = renderHook(() => usePages(ask, []))
  result.current.want(0, 19_999)
  await waitFor(() => expect(result.current.at(19_999)).toBe(19_999))
  result.current.want(19_990, 19_999)
  expect([result.current.at(0), result.current.at(300)]).toEqual([0, undefined])
  result.current.want(300, 320)
  await waitFor(() => expect(result.current.at(300)).toBe(300))
  expect(asked.filter((offset) => offset === 200)).toHaveLength(2)
})

test('nothing more is asked for once nobody waits for the rest', async () => {
  const { ask, asked } = listOf(5000)
  const { result } = renderHook(() => usePages(ask, []))
  const waiting = new AbortController()
  const parts = result.current.first(5000, waiting.signal)
  await parts.next()
  waiting.abort()
  await expect(parts.next()).rejects.toThrow('aborted')
  expect(asked.filter((offset) => offset > 0)).toEqual([])
})
