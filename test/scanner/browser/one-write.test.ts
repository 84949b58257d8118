import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { writeOncePerTurn } from '../../../scanner/browser/one-write.ts'

/** A pipe that notes what each of its system calls would carry. */
function notedPipe(): { readonly pipe: Writable; readonly calls: string[][] } {
  const calls: string[][] = []
  const text = (chunk: unknown): string => String(chunk)
  const pipe = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      calls.push([text(chunk)])
      done()
    },
    writev: (chunks, done) => {
      calls.push(chunks.map(({ chunk }) => text(chunk)))
      done()
    },
  })
  return { pipe, calls }
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

test('what is written in one turn goes out at once, whole and in order', async () => {
  const { pipe, calls } = notedPipe()
  writeOncePerTurn(pipe)
  for (const message of ['a', '\0', 'b', '\0']) pipe.write(message)
  expect(calls).toEqual([])
  await turn()
  expect(calls).toEqual([['a', '\0', 'b', '\0']])
})

test('what is written later goes out later, and nothing is left behind at the end', async () => {
  const { pipe, calls } = notedPipe()
  writeOncePerTurn(pipe)
  pipe.write('a')
  await turn()
  pipe.write('b')
  await new Promise<void>((resolve) => void pipe.end(resolve))
  expect(calls.flat()).toEqual(['a', 'b'])
  expect(calls).toHaveLength(2)
})

test('a pipe that broke is written to without harm', async () => {
  const { pipe } = notedPipe()
  pipe.on('error', () => undefined)
  writeOncePerTurn(pipe)
  pipe.destroy()
  expect(() => pipe.write('late')).not.toThrow()
  await turn()
})
