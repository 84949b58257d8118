import { expect, test } from 'vitest'
import { pagesBefore } from '../../../scanner/collectors/pages-before.ts'

test('a loader is of a page before once its page has ended', () => {
  const pages = pagesBefore()
  expect(pages.has('L1')).toBe(false)
  pages.end()
  expect([pages.has('L1'), pages.has('L2')]).toEqual([true, false])
})

test('a page ends when its step does and again when it is left, and is one before all the same', () => {
  const pages = pagesBefore()
  pages.has('L1')
  pages.end()
  pages.has('frame')
  pages.end()
  expect(['L1', 'frame'].map((loader) => pages.has(loader))).toEqual([true, true])
})

test('a worker is of no page', () => {
  const pages = pagesBefore()
  pages.has('')
  pages.end()
  expect(pages.has('')).toBe(false)
})

test('a long journey is not remembered whole', () => {
  const pages = pagesBefore()
  for (let page = 0; page < 1_500; page++) {
    pages.has(`L${page}`)
    pages.end()
  }
  expect([pages.has('L0'), pages.has('L1499')]).toEqual([false, true])
})
