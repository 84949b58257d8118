import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sealedBundle } from './sealed-bundle.ts'

/** As README tells it: nothing of ours runs here. */
const CHECK = `
set -e
openssl pkeyutl -verify -pubin -inkey manifest.pub -rawin -in manifest.json -sigfile manifest.sig
openssl pkey -pubin -in manifest.pub -outform DER | sha256sum
grep -o '"path":"[^"]*","sha256":"[0-9a-f]*"' manifest.json | sed 's/"path":"\\(.*\\)","sha256":"\\(.*\\)"/\\2  \\1/' | sha256sum --check --strict
`
const shell = (dir: string) => promisify(execFile)('sh', ['-c', CHECK], { cwd: dir })

test('sha256sum and openssl alone verify a bundle', async () => {
  const { dir, key } = await sealedBundle()
  const { stdout } = await shell(dir)
  expect(stdout).toContain('Signature Verified Successfully')
  expect(stdout).toContain(`${key.fingerprint}  -`)
  expect(stdout.match(/: OK$/gm)).toHaveLength(7)
})

test('they tell an altered file and an altered manifest', async () => {
  const { dir } = await sealedBundle()
  await writeFile(join(dir, 'plan.json'), '{}')
  await expect(shell(dir)).rejects.toMatchObject({ stdout: expect.stringContaining('plan.json: FAILED') })
  await writeFile(join(dir, 'manifest.json'), '{}')
  await expect(shell(dir)).rejects.toMatchObject({ stdout: expect.stringContaining('Signature Verification Failure') })
})
