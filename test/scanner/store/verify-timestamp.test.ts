import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sealBundle } from '../../../scanner/store/manifest.ts'
import { timestampOf } from '../../../scanner/store/timestamp.ts'
import { verifyBundle, type Verification } from '../../../scanner/store/verify-bundle.ts'
import { sealedBundle, type SealedBundle } from './sealed-bundle.ts'
import { timeAuthority } from './time-authority.ts'

async function stampedBundle(): Promise<SealedBundle> {
  const authority = await timeAuthority()
  onTestFinished(() => authority.close())
  const bundle = await sealedBundle()
  const { signal } = new AbortController()
  const timestamp = (manifest: Uint8Array): Promise<Uint8Array> =>
    timestampOf(manifest, { url: authority.url, nonce: Buffer.alloc(8, 0xff), signal })
  await rm(join(bundle.dir, 'assessment.json'))
  for (const ending of ['json', 'sig', 'pub']) await rm(join(bundle.dir, `assessment.seal.${ending}`))
  await sealBundle(bundle.dir, { key: bundle.key, timestamp })
  return bundle
}

const faultsOf = ({ verdict, faults }: Verification) => [verdict, ...faults.map(({ path, what }) => `${what} ${path}`)]

test('a time-stamped bundle is verified without a network, and says when and by whom', async () => {
  const { dir } = await stampedBundle()
  const seen = await verifyBundle(dir)
  expect(faultsOf(seen)).toEqual(['verified'])
  expect(seen.seal?.timestamp).toMatchObject({ is: 'rfc3161', by: 'Test Clock, Tagtrail Tests' })
})

test('every byte of the time-stamp and its signature counts', { timeout: 60_000 }, async () => {
  const { dir } = await stampedBundle()
  for (const name of ['manifest.tsr', 'manifest.tsr.sig']) {
    const bytes = await readFile(join(dir, name))
    for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 40))) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 4
      await writeFile(join(dir, name), flipped)
      expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'altered manifest.tsr'])
    }
    await writeFile(join(dir, name), bytes)
  }
  expect(faultsOf(await verifyBundle(dir))).toEqual(['verified'])
})

test.each([
  ['manifest.tsr', ['altered', 'missing manifest.tsr']],
  ['manifest.tsr.sig', ['altered', 'missing manifest.tsr.sig']],
])('%s cannot be taken away', async (name, expected) => {
  const { dir } = await stampedBundle()
  await rm(join(dir, name))
  expect(faultsOf(await verifyBundle(dir))).toEqual(expected)
})

test('a time-stamp that outlives its manifest tells that there was one', async () => {
  const { dir } = await stampedBundle()
  for (const ending of ['json', 'sig', 'pub']) await rm(join(dir, `manifest.${ending}`))
  expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'missing manifest.json'])
})

test('one of other evidence, signed by the same key, is found out', async () => {
  const [mine, other] = [await stampedBundle(), await stampedBundle()]
  const token = await readFile(join(other.dir, 'manifest.tsr'))
  await writeFile(join(mine.dir, 'manifest.tsr'), token)
  await writeFile(join(mine.dir, 'manifest.tsr.sig'), mine.key.sign(token))
  const [fault] = (await verifyBundle(mine.dir)).faults
  expect(fault).toEqual({ path: 'manifest.tsr', what: 'altered', why: 'it is of other bytes' })
})

test('a bundle that names none may hold none', async () => {
  const { dir } = await sealedBundle()
  await writeFile(join(dir, 'manifest.tsr'), 'x')
  expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'added manifest.tsr'])
})

test('an authority that gave none leaves a bundle that says so; sealing anew without one takes the time-stamp away', async () => {
  const { dir, key } = await stampedBundle()
  await sealBundle(dir, { key, timestamp: async () => null })
  expect((await verifyBundle(dir)).seal?.timestamp).toEqual({ is: 'not-given' })
  await sealBundle(dir, { key })
  const seen = await verifyBundle(dir)
  expect([seen.verdict, seen.seal?.timestamp]).toEqual(['verified', { is: 'none' }])
})
