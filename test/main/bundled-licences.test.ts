import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bundledLicences, packageFolders, packageIn } from '../../main/bundled-licences.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

async function packages(): Promise<string> {
  const root = `${(await temporaryFolder()).replaceAll('\\', '/')}/node_modules`
  const lay = (name: string, described: object, files: Readonly<Record<string, string>> = {}): void => {
    mkdirSync(`${root}/${name}`, { recursive: true })
    writeFileSync(`${root}/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', ...described }))
    for (const [file, text] of Object.entries(files)) writeFileSync(`${root}/${name}/${file}`, text)
  }
  lay('alpha', { license: 'MIT' }, { LICENSE: 'Copyright A\r\nMIT' })
  lay(
    '@s/beta',
    { license: { type: 'ISC' }, repository: { url: 'https://b.example' } },
    { 'licence.md': 'Copyright B' },
  )
  lay('gamma', { license: 'MIT' }, { LICENSE: 'Copyright A\nMIT' })
  lay('silent', { license: 'Apache-2.0', repository: 'https://s.example' })
  return root
}

test('of modules only those of packages count, each package once, by name', () => {
  const modules = [
    '/x/main/cli.ts',
    '/x/node_modules/zod/index.js',
    '/x/node_modules/@s/b/dist/a.js',
    '/x/node_modules/@s/b/dist/b.css?used',
    'C:\\x\\node_modules\\ws\\index.js',
    '/x/node_modules/a/node_modules/c/index.js',
    '\0/x/node_modules/virtual/index.js',
  ]
  expect(packageFolders(modules)).toEqual([
    '/x/node_modules/@s/b',
    '/x/node_modules/a/node_modules/c',
    'C:/x/node_modules/ws',
    '/x/node_modules/zod',
  ])
})

test('a build is told its packages and their texts: one text for all that share it, and who brings none', async () => {
  const root = await packages()
  const emitted = new Map<string, string>()
  const emitFile = ({ fileName, source }: { fileName: string; source: string }) => void emitted.set(fileName, source)
  const moduleIds = ['alpha', '@s/beta', 'gamma', 'silent'].map((name) => `${root}/${name}/index.js`)
  const { generateBundle } = bundledLicences()
  if (typeof generateBundle !== 'function') throw new Error('the plugin has no such hook')
  await Reflect.apply(generateBundle, { emitFile }, [{}, { 'a.js': { type: 'chunk', moduleIds } }])
  expect(JSON.parse(emitted.get('packages.json') ?? '')).toEqual([
    { name: '@s/beta', version: '1.0.0', license: 'ISC', repository: 'https://b.example' },
    { name: 'alpha', version: '1.0.0', license: 'MIT', repository: null },
    { name: 'gamma', version: '1.0.0', license: 'MIT', repository: null },
    { name: 'silent', version: '1.0.0', license: 'Apache-2.0', repository: 'https://s.example' },
  ])
  const texts = (emitted.get('LICENSES.txt') ?? '').split(/\n-{80}\n\n/)
  expect(texts.map((text) => text.trim())).toEqual([
    '@s/beta 1.0.0 (ISC)\n\nCopyright B',
    'alpha 1.0.0 (MIT)\ngamma 1.0.0 (MIT)\n\nCopyright A\nMIT',
    'silent 1.0.0 (Apache-2.0)\n\nThe package says Apache-2.0 and brings no text of it. https://s.example',
  ])
})

test('a package that says no licence is not given one', async () => {
  const root = await packages()
  writeFileSync(`${root}/alpha/package.json`, JSON.stringify({ name: 'alpha', version: '2.0.0' }))
  expect(packageIn(`${root}/alpha`)).toMatchObject({ license: 'NOASSERTION' })
})
