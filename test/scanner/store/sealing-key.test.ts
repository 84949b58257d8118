import { createPublicKey, verify } from 'node:crypto'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installationKey } from '../../../scanner/store/sealing-key.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('the key is made on first use, for its owner alone, and stays the same', async () => {
  const folder = join(await temporaryFolder(), 'data')
  const key = await installationKey(folder)
  expect((await installationKey(folder)).fingerprint).toBe(key.fingerprint)
  expect(await readdir(folder)).toEqual(['sealing-key.pem'])
  expect((await stat(join(folder, 'sealing-key.pem'))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect(await readFile(join(folder, 'sealing-key.pem'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
})

test('it signs what its public half verifies', async () => {
  const key = await installationKey(await temporaryFolder())
  const bytes = Buffer.from('evidence')
  expect(verify(null, bytes, createPublicKey(key.publicPem), key.sign(bytes))).toBe(true)
  expect(key.fingerprint).toMatch(/^[0-9a-f]{64}$/)
})

test('ten first uses at once agree on one key and leave nothing beside it', async () => {
  const folder = await temporaryFolder()
  const keys = await Promise.all(Array.from({ length: 10 }, () => installationKey(folder)))
  expect(new Set(keys.map(({ fingerprint }) => fingerprint)).size).toBe(1)
  expect(await readdir(folder)).toEqual(['sealing-key.pem'])
})

test('a key that others may read is closed again', async () => {
  const folder = await temporaryFolder()
  await installationKey(folder)
  await chmod(join(folder, 'sealing-key.pem'), 0o644)
  await installationKey(folder)
  expect((await stat(join(folder, 'sealing-key.pem'))).mode & 0o777).toBe(0o600)
})

test('a damaged key is never replaced unasked', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'sealing-key.pem'), 'not a key')
  await expect(installationKey(folder)).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringContaining('holds no Ed25519 key; restore it from a copy'),
  })
  expect(await readFile(join(folder, 'sealing-key.pem'), 'utf8')).toBe('not a key')
})
