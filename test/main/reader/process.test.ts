import { expect, test } from 'vitest'
import { openReader } from '../../../main/reader/process.ts'
import { startNodeChild, type ChildProcess, type StartChild } from '../../../main/scan-process.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'

interface Watched {
  readonly start: StartChild
  readonly children: ChildProcess[]
  /** Resolves when the latest that was started is gone. */
  readonly gone: () => Promise<void>
}

function watched(): Watched {
  const children: ChildProcess[] = []
  const ends: Promise<void>[] = []
  return {
    children,
    start: (file, env) => {
      const child = startNodeChild(file, env)
      children.push(child)
      const listeners: (() => void)[] = []
      ends.push(new Promise((resolve) => child.onEnded(() => (listeners.forEach((each) => each()), resolve()))))
      return { ...child, onEnded: (listener) => void listeners.push(listener) }
    },
    gone: async () => ends.at(-1),
  }
}

async function readerOf(start: StartChild, idleMs?: number) {
  const env = { ...process.env, TAGTRAIL_DATA: await temporaryFolder() }
  const log = { path: 'nowhere.log', say: () => undefined, lines: async () => [] }
  return openReader({ start, env, log, ...(idleMs === undefined ? {} : { idleMs }) })
}

test('a reader that dies costs one answer, which says so; the next question has a new one', async () => {
  const { start, children } = watched()
  const reader = await readerOf(start)
  const dies = reader.ask(async (read) => {
    children[0]?.kill()
    return read.reports.formats()
  })
  await expect(dies).rejects.toMatchObject({ code: 'FAULT', message: expect.stringContaining('has ended') })
  expect(await reader.ask((read) => read.reports.formats())).toMatchObject([{ id: 'html' }, { id: 'json' }])
  expect(children).toHaveLength(2)
  reader.close()
})

test('a failure of what is asked is handed on as it is, and keeps the reader', async () => {
  const { start, children } = watched()
  const reader = await readerOf(start)
  const unknown = reader.ask((read) => read.results.cell({ id: 'gone', row: '', state: 'rejected', stepId: '' }))
  await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'scan' } })
  await reader.ask((read) => read.reports.formats())
  expect(children).toHaveLength(1)
  reader.close()
})

test('a reader that nobody asks is ended, with all that it held', async () => {
  const { start, children, gone } = watched()
  const reader = await readerOf(start, 1)
  await reader.ask((read) => read.reports.formats())
  await gone()
  await reader.ask((read) => read.reports.formats())
  expect(children).toHaveLength(2)
  reader.close()
})

test('one that was made ready answers the first question, and none is started once all is closed', async () => {
  const { start, children } = watched()
  const reader = await readerOf(start)
  reader.ready()
  reader.ready()
  expect(children).toHaveLength(1)
  await reader.ask((read) => read.reports.formats())
  reader.close()
  reader.ready()
  expect(children).toHaveLength(1)
})

test('what nobody waits for any more is given up at once', async () => {
  const { start } = watched()
  const reader = await readerOf(start)
  const waiting = new AbortController()
  const asked = reader.ask((read, when) => read.reports.render({ id: 'gone', format: 'html' }, when), waiting.signal)
  waiting.abort(new Error('no more'))
  await expect(asked).rejects.toThrow('no more')
  reader.close()
})

test('a reader that dies ends what is followed, which says so', async () => {
  const { start, children } = watched()
  const reader = await readerOf(start)
  const followed = reader.follow(async (read) => {
    children[0]?.kill()
    return read.comparisons.of({ before: 'a', after: 'b' })
  })
  await expect(followed.next()).rejects.toMatchObject({
    code: 'FAULT',
    message: expect.stringContaining('has ended'),
  })
  const unknown = reader.follow((read) => read.comparisons.of({ before: 'a', after: 'b' }))
  await expect(unknown.next()).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'scan' } })
  reader.close()
})
