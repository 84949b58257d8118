import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { checkTimestamp } from '../../../scanner/store/timestamp-check.ts'
import { timestampOf } from '../../../scanner/store/timestamp.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { timeAuthority, type AuthorityOptions, type TimeAuthority } from './time-authority.ts'

const BYTES = Buffer.from('{"format":"tagtrail-bundle"}')

async function opened(options: AuthorityOptions = {}): Promise<TimeAuthority> {
  const authority = await timeAuthority(options)
  onTestFinished(() => authority.close())
  return authority
}

const ask = (url: string, { signal = new AbortController().signal, nonce = randomBytes(8) } = {}) =>
  timestampOf(BYTES, { url, nonce, signal })

test('an authority vouches for bytes, and the answer says when and who, for OpenSSL as well', async () => {
  const { url, certificate } = await opened()
  const before = Date.now()
  const answer = await ask(url)
  const check = await checkTimestamp(answer, BYTES)
  expect(check).toMatchObject({ is: 'good', by: 'Test Clock, Tagtrail Tests' })
  if (check.is === 'bad') return
  expect(Math.abs(Date.parse(check.at) - before)).toBeLessThan(60_000)
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    `openssl x509 -in '${certificate}' -outform DER | sha256sum | cut -c1-64`,
  ])
  expect(check.certificate).toBe(stdout.trim())

  const dir = await temporaryFolder()
  await writeFile(join(dir, 'manifest.json'), BYTES)
  await writeFile(join(dir, 'manifest.tsr'), answer)
  const verify = ['ts', '-verify', '-in', 'manifest.tsr', '-data', 'manifest.json', '-CAfile', certificate]
  await expect(promisify(execFile)('openssl', verify, { cwd: dir })).resolves.toMatchObject({
    stdout: expect.stringContaining('Verification: OK'),
  })
})

test('it is of these bytes only, and any change of what is signed breaks it', async () => {
  const { url } = await opened()
  const answer = await ask(url)
  expect(await checkTimestamp(answer, Buffer.from('others'))).toEqual({ is: 'bad', why: 'it is of other bytes' })
  const time = Buffer.from(answer).indexOf(String(new Date().getUTCFullYear()))
  const later = Uint8Array.from(answer)
  later[time + 3] = (later[time + 3] ?? 0) ^ 1
  expect(await checkTimestamp(later, BYTES)).toMatchObject({ is: 'bad' })
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<html>')],
  ['half an answer', Buffer.from('3082', 'hex')],
  ['a refusal', Buffer.from('30053003020102', 'hex')],
])('%s is no time-stamp', async (_, bytes) => {
  expect(await checkTimestamp(bytes, BYTES)).toMatchObject({ is: 'bad' })
})

test.each([
  ['a certificate for something else', { purpose: 'serverAuth' }, /answered 500/],
  ['an error', { answer: (_, response) => response.writeHead(503).end() }, /answered 503/],
  ['a page', { answer: (_, response) => response.writeHead(200).end('<html>') }, /it is no time-stamp/],
  ['far too much', { answer: (_, response) => response.writeHead(200).end(Buffer.alloc(300_000)) }, /300000 bytes/],
] as readonly (readonly [string, AuthorityOptions, RegExp])[])(
  'an authority with %s gives none',
  async (_, options, why) => {
    const { url } = await opened(options)
    await expect(ask(url)).rejects.toThrow(why)
  },
)

test('an old answer to the same bytes is refused', async () => {
  const { url } = await opened()
  const old = await ask(url)
  const replaying = await opened({ answer: (_, response) => response.writeHead(200).end(old) })
  await expect(ask(replaying.url)).rejects.toThrow('answered another question than ours')
})

test('nobody waits for an authority that was given up', async () => {
  const { url } = await opened({ answer: () => undefined })
  await expect(ask(url, { signal: AbortSignal.abort() })).rejects.toThrow('did not answer')
  await expect(ask('http://127.0.0.1:9/')).rejects.toThrow('did not answer')
})
