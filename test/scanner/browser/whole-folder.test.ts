import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wholeFolder } from '../../../scanner/browser/whole-folder.ts'

let scratch: string
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'tagtrail-whole-'))))
afterEach(() => rmSync(scratch, { recursive: true }))

test('the folder appears when it is full, not before', async () => {
  const folder = join(scratch, 'browser')
  await wholeFolder(folder, async (beside) => {
    writeFileSync(join(beside, 'program'), 'whole')
    expect(existsSync(folder)).toBe(false)
  })
  expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('whole')
})

test('a failure leaves neither the folder nor its parts', async () => {
  const broken = wholeFolder(join(scratch, 'browser'), async (beside) => {
    writeFileSync(join(beside, 'program'), 'hal')
    throw new Error('disk full')
  })
  await expect(broken).rejects.toThrow('disk full')
  expect(readdirSync(scratch)).toEqual([])
})

test('of two at once both succeed and one folder remains', async () => {
  const folder = join(scratch, 'browser')
  const bothFilling = Promise.withResolvers<void>()
  let filling = 0
  const fill = async (beside: string) => {
    if (++filling === 2) bothFilling.resolve()
    await bothFilling.promise
    writeFileSync(join(beside, 'program'), 'whole')
  }
  await Promise.all([wholeFolder(folder, fill), wholeFolder(folder, fill)])
  expect(filling).toBe(2)
  expect(readdirSync(scratch)).toEqual(['browser'])
})

test('what is there is left alone', async () => {
  const folder = join(scratch, 'browser')
  mkdirSync(folder)
  await wholeFolder(folder, () => Promise.reject(new Error('not needed')))
  expect(readdirSync(folder)).toEqual([])
})

test('parts left behind are swept after hours, young ones are not', async () => {
  const folder = join(scratch, 'browser')
  mkdirSync(`${folder}.part-killed`)
  await wholeFolder(folder, async () => {}, Date.now() + 60_000)
  expect(readdirSync(scratch)).toContain('browser.part-killed')
  rmSync(folder, { recursive: true })
  await wholeFolder(folder, async () => {}, Date.now() + 7 * 3_600_000)
  expect(readdirSync(scratch)).toEqual(['browser'])
})
