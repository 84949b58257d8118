import { expect, test } from 'vitest'
import { screenshot } from '../../../scanner/collectors/screenshot.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeSession, refusing } from '../../evidence/fake-session.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import { inventoried } from '../../evidence/inventoried.ts'

const view = (...targets: readonly FakeTarget[]) => ({
  browser: fakeSession().session,
  browserContextId: 'C1',
  targets: targets.map(({ target }) => target),
})

test('the page in front is pictured and the picture kept', async () => {
  const { pen, kept, drafts } = fakePen()
  const answers = { 'Page.captureScreenshot': () => ({ data: Buffer.from('png').toString('base64') }) }
  const [worker, page] = [fakeTarget({ type: 'worker' }), fakeTarget({}, answers)]
  await inventoried(screenshot.begin(pen).snapshot?.(view(worker, page)))
  expect(drafts('screenshot')).toEqual([{ kind: 'screenshot', of: 'step', path: '', sha256: 'screenshot-1' }])
  expect(kept.get('screenshot-1')).toBe('png')
  expect(worker.sent).toEqual([])
})

test('where no page is left there is nothing to picture', async () => {
  const { pen, written } = fakePen()
  await inventoried(screenshot.begin(pen).snapshot?.(view(fakeTarget({ type: 'service_worker' }))))
  expect(written).toEqual([])
})

test('a page that cannot be pictured fails the snapshot, for the stage to record', async () => {
  const { pen } = fakePen()
  const page = fakeTarget({}, { 'Page.captureScreenshot': refusing('Unable to capture screenshot') })
  await expect(screenshot.begin(pen).snapshot?.(view(page))).rejects.toThrow('Unable to capture screenshot')
})
