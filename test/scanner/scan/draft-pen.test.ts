import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { BannerFact } from '../../../scanner/model.ts'
import { draftFor } from '../../../scanner/scan/draft-pen.ts'
import { fakePen } from '../../evidence/fake-pen.ts'

const BANNER: BannerFact = { kind: 'banner', cmp: 'klaro', visible: true, text: 'Cookies?', buttons: [] }

test('nothing is written until it is told, and then in its order', () => {
  const { pen, drafts, gaps } = fakePen()
  const draft = draftFor(pen)
  const order: number[] = []
  draft.pen.write(BANNER)
  draft.whenTold(() => void order.push(drafts('banner').length))
  draft.pen.gap('collector-failed', ['banner'], 'nobody could look')
  expect([drafts('banner'), gaps, order]).toEqual([[], [], []])
  draft.tell()
  expect([drafts('banner'), gaps.length, order]).toEqual([[BANNER], 1, [1]])
})

test('what comes after the telling is written at once', () => {
  const { pen, drafts } = fakePen()
  const draft = draftFor(pen)
  draft.tell()
  draft.pen.write(BANNER)
  expect(drafts('banner')).toEqual([BANNER])
})

test('bytes have their name before they are stored, the one the store gives them', () => {
  const stored: string[] = []
  const store = (bytes: Uint8Array): string => {
    const name = createHash('sha256').update(bytes).digest('hex')
    stored.push(name)
    return name
  }
  const draft = draftFor({ ...fakePen().pen, keep: store })
  const name = draft.pen.keep(new Uint8Array([1, 2]), 'screenshot')
  expect(stored).toEqual([])
  draft.tell()
  expect(stored).toEqual([name])
})
