import type { Writable } from 'node:stream'

/**
 * What is written to `pipe` in one turn of the event loop goes out in one system call. Puppeteer makes two of every
 * command, and a page of ordinary weight is told several hundred: that each request may go on, above all.
 */
export function writeOncePerTurn(pipe: Writable): void {
  const write = pipe.write.bind(pipe) as (...given: readonly unknown[]) => boolean
  let isCorked = false
  const corked = (...given: readonly unknown[]): boolean => {
    if (!isCorked) {
      isCorked = true
      pipe.cork()
      setImmediate(() => {
        isCorked = false
        pipe.uncork()
      })
    }
    return write(...given)
  }
  pipe.write = corked as Writable['write']
}
