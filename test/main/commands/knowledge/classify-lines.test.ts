import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { classifyLines } from '../../../../main/commands/knowledge/classify-lines.ts'
import { loadKnowledge } from '../../../../scanner/knowledge/load.ts'

async function answers(kind: 'url' | 'cookie', lines: string): Promise<readonly { readonly input: string }[]> {
  const output = new PassThrough()
  const told = text(output)
  await classifyLines(Readable.from([lines]), output, { knowledge: loadKnowledge(), kind })
  output.end()
  return (await told).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

test('each line is answered by one line, in order', async () => {
  expect(await answers('cookie', '_fbp\nfr\t.facebook.com\r\n\nunheard_of_name')).toMatchObject([
    { input: '_fbp', vendor: 'meta-pixel', category: 'marketing', layer: 'storage-name', disputed: false },
    { input: 'fr\t.facebook.com', vendor: 'meta-pixel' },
    { input: '', vendor: null },
    { input: 'unheard_of_name', vendor: null, category: 'unclassified', layer: 'none' },
  ])
})

test('a great many lines are answered too', async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => `https://host${at}.example/p`)
  expect((await answers('url', lines.join('\n'))).map(({ input }) => input)).toEqual(lines)
})

test('only a line feed ends a line, wherever the input is cut', async () => {
  const lines = ['a\u2028b', 'c\rd', 'é\u{1f9a6}', '', '\ufffd']
  const output = new PassThrough()
  const told = text(output)
  const bytes = [...Buffer.from(`${lines.join('\n')}\n`)].map((byte) => Buffer.of(byte))
  await classifyLines(Readable.from(bytes), output, { knowledge: loadKnowledge(), kind: 'storage' })
  output.end()
  expect(
    (await told)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).input),
  ).toEqual(lines)
})
