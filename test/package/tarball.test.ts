import { execFile } from 'node:child_process'
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
    'out/renderer/index.html',
    'out/knowledge.ndjson',
    'out/packages/@duckduckgo/autoconsent/rules/rules.json',
    'out/packages/klaro/dist/klaro.js',
  ])
    expect(paths).toContain(wanted)
  const isOurs =
    /^(package\.json|LICENSE|NOTICE|README\.md|out\/(main|preload|renderer|packages)\/.+|out\/knowledge\.ndjson)$/
  expect(paths.filter((path) => !isOurs.test(path) || /\.(map|ts|pem|env)$|node_modules/.test(path))).toEqual([])
  expect(packed?.unpackedSize).toBeLessThan(15_000_000)
})
