import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

interface Packed {
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

test('npm packs the command line and the application for the browser, and nothing else', async () => {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const { stdout } = await promisify(execFile)('npm', words, { shell: process.platform === 'win32' })
  // A list, or since npm 12 a record by name.
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, Packed>)
  const paths = packed?.files.map(({ path }) => path) ?? []
  for (const wanted of [
    'package.json',
    'LICENSE',
    'NOTICE',
    'README.md',
    'out/main/cli.js',
    'out/main/scan-child.js',
    'out/main/reader-child.js',
    'out/main/LICENSES.txt',
    'out/renderer/index.html',
    'out/renderer/LICENSES.txt',
    'out/knowledge.ndjson.gz',
    'out/packages/@duckduckgo/autoconsent/rules/rules.json',
    'out/packages/klaro/dist/klaro.js',
  ])
    expect(paths).toContain(wanted)
  const isOurs =
    /^(package\.json|LICENSE|NOTICE|README\.md|out\/(main|preload|renderer|packages)\/.+|out\/knowledge\.ndjson\.gz)$/
  expect(paths.filter((path) => !isOurs.test(path) || /\.(map|ts|pem|env)$|node_modules/.test(path))).toEqual([])
  expect(packed?.unpackedSize).toBeLessThan(12_000_000)
})

test('what is packed needs nothing besides, and names each library with its licence', async () => {
  const { dependencies, bin } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, unknown>
  expect({ dependencies, bin }).toEqual({ dependencies: undefined, bin: { tagtrail: 'out/main/cli.js' } })
  const { stdout } = await promisify(execFile)(process.execPath, ['main/bill-of-materials.ts', '45.0.0'])
  const { components } = JSON.parse(stdout) as {
    readonly components: readonly { readonly name: string; readonly licenses: readonly unknown[] }[]
  }
  const names = components.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['puppeteer-core', 'zod', 'react', '@mantine/core', 'klaro', 'electron']),
  )
  expect(names).not.toContain('vitest')
  expect(components.filter(({ licenses }) => JSON.stringify(licenses).includes('NOASSERTION'))).toEqual([])
  for (const part of ['main', 'renderer']) {
    const packages = JSON.parse(await readFile(`out/${part}/packages.json`, 'utf8')) as readonly { name: string }[]
    const texts = await readFile(`out/${part}/LICENSES.txt`, 'utf8')
    expect(packages.filter(({ name }) => !texts.includes(`${name} `))).toEqual([])
  }
})
