import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { newItem } from '../../../main/new/item.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'

const HERE = process.cwd()
const ITEMS = [
  ['vendors', 'brand-new'],
  ['cmps', 'brand-new'],
  ['collectors', 'brand-new'],
  ['signals', 'brand-new'],
  ['rules', 'f98-brand-new'],
  ['jurisdictions', 'xx-ya'],
  ['reports', 'brandnew'],
] as const
/** The new items among everything that is tested or told. */
const OURS = /brand-?new|f98|xx-ya/i

/** A copy of the checkout in which a new item stands on every shelf but `steps`, whose kinds the model must know first. */
async function withNewItems(): Promise<string> {
  const root = await temporaryFolder()
  for (const name of ['scanner', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts', '.prettierrc.json'])
    cpSync(join(HERE, name), join(root, name), { recursive: true })
  symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'), 'junction')
  for (const [shelf, id] of ITEMS)
    for (const { path, text } of (await newItem(root, { shelf, id, today: '2026-11-21' })).files) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
  return root
}

/** What a tool of ours says of that copy; `null` when it is content. */
async function complaint(root: string, tool: string, words: readonly string[]): Promise<string | null> {
  const args = [join(root, 'node_modules', tool), ...words]
  return await promisify(execFile)(process.execPath, args, { cwd: root }).then(
    () => null,
    ({ stdout }: { stdout: string }) => stdout,
  )
}

test('every template fits the types and passes its own test', { timeout: 120_000 }, async () => {
  const root = await withNewItems()
  const types = await complaint(root, 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])
  expect(types?.split('\n').filter((line) => OURS.test(line)) ?? []).toEqual([])
  const tests = ['run', '--configLoader', 'native', '--project', 'unit', 'brand', 'f98-', 'xx-ya']
  expect(await complaint(root, 'vitest/vitest.mjs', tests)).toBeNull()
})
