import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lock, missingPackages } from '../setup.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tagtrail-setup-'))
  copyFileSync(join(import.meta.dirname, '..', 'setup.mjs'), join(root, 'setup.mjs'))
  write('package-lock.json', { packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } })
  write('scanner/browser/provide.ts', 'export async function provideBrowser() {}')
  npmThat(INSTALLS)
})
afterEach(() => rmSync(root, { recursive: true }))

describe('what is missing', () => {
  const a = { version: '1.0.0' }
  const here = { os: [process.platform], cpu: [process.arch] }
  for (const [name, wanted, installed, missing] of [
    ['nothing, when each package is there', { a }, { a }, []],
    ['everything, when npm left no account', { a }, null, ['a']],
    ['a package that was added', { a, b: a }, { a }, ['b']],
    ['a package of another version', { a: { version: '1.0.1' } }, { a }, ['a']],
    ['not what only other systems need', { a, b: { ...a, optional: true, os: ['aix'], cpu: ['ppc64'] } }, { a }, []],
    ['not what only another system would need in turn', { a, b: { ...a, optional: true } }, { a }, []],
    ['what this system needs though optional', { a, b: { ...a, optional: true, ...here } }, { a }, ['b']],
  ] as const)
    test(`is ${name}`, () => {
      write('package-lock.json', { packages: inModules(wanted) })
      if (installed) putInstalled(installed)
      expect(missingPackages(root)).toEqual(missing)
    })

  test('is a package whose folder was removed', () => {
    write('package-lock.json', { packages: inModules({ a }) })
    putInstalled({ a })
    rmSync(join(root, 'node_modules', 'a'), { recursive: true })
    expect(missingPackages(root)).toEqual(['a'])
  })
})

test('a bare folder is installed with one line, and the next run is silent', async () => {
  const first = await setUp()
  expect(first).toEqual({
    code: 0,
    out: '',
    err: expect.stringMatching(/^Installing the packages .* done in \d+ s\.\n$/),
  })
  expect(await setUp()).toEqual({ code: 0, out: '', err: '' })
  expect(installations()).toHaveLength(1)
})

test('the development packages are installed even where the user leaves them out', async () => {
  await setUp()
  expect(installations()[0]).toContain('--include=dev')
})

test('of two at once one installs and the other waits for it', async () => {
  const results = await Promise.all([setUp(), setUp()])
  expect(results.map(({ code }) => code)).toEqual([0, 0])
  expect(installations()).toHaveLength(1)
  expect(existsSync(join(root, '.setup.lock'))).toBe(false)
})

for (const [name, words, wayOut] of [
  ['a registry out of reach', 'npm error code ENOTFOUND', 'npm config set proxy'],
  ['a full disk', 'npm error code ENOSPC', 'The disk is full'],
  ['a lockfile that does not fit', 'npm error code EUSAGE', 'git checkout -- package.json package-lock.json'],
  ['anything else', 'npm error something new', 'Try again with: npm ci'],
] as const)
  test(`npm failing over ${name} gives its words and the way out`, async () => {
    npmThat(`console.error('${words}'); process.exit(1)`)
    const { code, err } = await setUp()
    expect(code).toBe(3)
    expect(err).toContain(words)
    expect(err).toContain(wayOut)
    expect(err).not.toContain('    at ')
    expect(existsSync(join(root, '.setup.lock'))).toBe(false)
  })

test('npm that skipped the install script of Node is told how to run it', async () => {
  write('package-lock.json', { packages: inModules({ node: { version: '24.0.0' } }) })
  npmThat(INSTALLS)
  expect(await setUp()).toMatchObject({
    code: 3,
    err: expect.stringContaining('npm rebuild node --ignore-scripts=false'),
  })
})

test('a damaged lockfile is named', async () => {
  write('package-lock.json', '{ <<<<<<< HEAD')
  expect(await setUp()).toMatchObject({
    code: 3,
    err: expect.stringMatching(/package-lock\.json is missing or damaged/),
  })
})

test('a browser that cannot be had ends with its message alone', async () => {
  const body = `throw Object.assign(new Error('No browser to scan with.'), { name: 'ScanError' })`
  write('scanner/browser/provide.ts', `export async function provideBrowser() { ${body} }`)
  await setUp('packages')
  expect(await setUp('packages')).toEqual({ code: 0, out: '', err: '' })
  expect(await setUp()).toEqual({ code: 3, out: '', err: 'No browser to scan with.\n' })
})

test('the knowledge is generated when it is missing or stale, and a fault in that stops nobody', async () => {
  write(
    'scanner/knowledge/stamp.ts',
    `import { existsSync } from 'node:fs'
    export const isGeneratedFresh = () => existsSync(new URL('../../generated', import.meta.url))`,
  )
  write('main/build-knowledge.ts', `throw new Error('a record is broken')`)
  expect(await setUp()).toMatchObject({ code: 0, out: '' })
  write(
    'main/build-knowledge.ts',
    `import { appendFileSync } from 'node:fs'
    export const buildKnowledge = () => appendFileSync(new URL('../generated', import.meta.url), 'made ')`,
  )
  expect(await setUp()).toEqual({ code: 0, out: '', err: '' })
  await setUp()
  expect(readFileSync(join(root, 'generated'), 'utf8')).toBe('made ')
})

test('a lock left by a killed process is taken over', async () => {
  const file = join(root, '.setup.lock')
  writeFileSync(file, '')
  const release = await lock(file, 100)
  expect(existsSync(file)).toBe(true)
  release()
  expect(existsSync(file)).toBe(false)
})

/** What `npm ci` does, as far as the set-up can see. */
const INSTALLS = `
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
appendFileSync('installations', process.argv.slice(2).join(' ') + '\\n')
for (const folder of Object.keys(packages)) mkdirSync(folder || '.', { recursive: true })
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
`

function npmThat(body: string): void {
  const imports = `import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'`
  write('npm/npm-cli.mjs', `${imports}\n${body}`)
}

function installations(): readonly string[] {
  return readFileSync(join(root, 'installations'), 'utf8').trim().split('\n')
}

function inModules(entries: Readonly<Record<string, object>>): Record<string, object> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [`node_modules/${name}`, entry]))
}

function putInstalled(entries: Readonly<Record<string, object>>): void {
  for (const name of Object.keys(entries)) mkdirSync(join(root, 'node_modules', name), { recursive: true })
  write('node_modules/.package-lock.json', { packages: inModules(entries) })
}

function write(file: string, content: string | object): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
}

function setUp(upTo = 'browser'): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, npm_execpath: join(root, 'npm', 'npm-cli.mjs'), npm_node_execpath: process.execPath }
  const child = spawn(process.execPath, [join(root, 'setup.mjs'), upTo], { env })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })))
}
