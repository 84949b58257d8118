import { expect, test } from 'vitest'
import { drawBar, progressBar } from '../../../scanner/browser/progress-bar.ts'

for (const [done, total, drawn] of [
  [0, 158e6, `[${' '.repeat(30)}]   0 %  0 of 158 MB`],
  [79e6, 158e6, `[${'#'.repeat(15)}${' '.repeat(15)}]  50 %  79 of 158 MB`],
  [158e6, 158e6, `[${'#'.repeat(30)}] 100 %  158 of 158 MB`],
  [5e6, 0, '5 MB'],
] as const)
  test(`${done} of ${total} bytes is drawn as "${drawn}"`, () => {
    expect(drawBar(done, total)).toBe(drawn)
  })

for (const isTTY of [true, false])
  test(isTTY ? 'a terminal is written to only when something changes' : 'a log file is spared', () => {
    const written: string[] = []
    const show = progressBar({ isTTY, write: (text) => written.push(text) > 0 })
    for (const done of [0, 1, 2, 100e6]) show(done, 100e6)
    expect(written.length).toBe(isTTY ? 2 : 0)
    if (isTTY) expect(written.at(-1)).toMatch(/100 %.*\n$/)
  })
