import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { harSchema } from '../../scanner/har/har-schema.ts'
import { sealedBundle } from '../../scanner/store/sealed-bundle.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'

async function har(...words: readonly string[]) {
  const host = fakeHost()
  await run(['har', ...words], host)
  return { code: host.ended(), out: host.out(), err: host.err() }
}

test('a state is written as HAR, to a file or to standard output', async () => {
  const { dir } = await sealedBundle()
  const path = join(await temporaryFolder(), 'rejected.har')
  expect(await har(dir, '--state', 'rejected', '--out', path)).toEqual({ code: 0, out: `${path}\n`, err: '' })
  const text = await readFile(path, 'utf8')
  const { log } = harSchema.parse(JSON.parse(text))
  expect([log.pages.length, log.entries.length]).toEqual([1, 1])
  expect((await har(dir, '--state', 'rejected', '--out', '-')).out).toBe(text)
})

for (const [name, words, message] of [
  ['a state that was not scanned', ['--state', 'accepted'], / holds no state accepted; it holds no-choice, rejected$/m],
  ['a run that was not made', ['--state', 'rejected', '--run', '2'], / holds 1 of each state, no run 2$/m],
  ['a word that is no state', ['--state', 'maybe'], /Allowed choices are no-choice, /],
] as const)
  test(`${name} is a slip of the command line`, async () => {
    const { dir } = await sealedBundle()
    const told = await har(dir, ...words, '--out', '-')
    expect([told.code, told.out, told.err]).toEqual([2, '', expect.stringMatching(message)])
  })
