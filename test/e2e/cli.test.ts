import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { access, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { assessment as assessmentSchema } from '../../scanner/store/schemas/assessment.ts'
import { labPlan, type RawPlan } from '../../scanner/lab/plan.ts'
import { startLab, type Lab } from '../../scanner/lab/server.ts'
import { timestampOf } from '../../scanner/store/timestamp.ts'
import { verifyBundle } from '../../scanner/store/verify-bundle.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'
import { timeAuthority, type TimeAuthority } from '../scanner/store/time-authority.ts'

/** The command line as a person meets it: a process of its own, with a real browser. */

const CLI = join(import.meta.dirname, '..', '..', 'main', 'cli.ts')
/** Found again in the environment of every browser that a test has started. */
const MARK = `TAGTRAIL_TEST_MARK=${process.pid}-${Date.now()}`

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

interface Ran {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

function start(
  words: readonly string[],
  cwd: string,
): { child: ChildProcess; said(text: string): Promise<void>; ended: Promise<Ran> } {
  const [name = '', value = ''] = MARK.split('=')
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd,
    env: { ...process.env, [name]: value, npm_package_json: '' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return {
    child,
    async said(text) {
      while (!err.includes(text)) await once(child.stderr, 'data')
    },
    ended: once(child, 'close').then(([code]) => ({ out, err, code })),
  }
}

async function ran(words: readonly string[], cwd: string): Promise<Ran> {
  return start(words, cwd).ended
}

/** What of ours is still running; only Linux tells. */
function leftBehind(): readonly string[] {
  return globSync('/proc/[0-9]*/environ').flatMap((path) => {
    try {
      return readFileSync(path, 'utf8').includes(MARK) ? [path] : []
    } catch {
      return []
    }
  })
}

async function planFile(folder: string, overrides: RawPlan = {}): Promise<string> {
  const path = join(folder, 'plan.json')
  const { steps, ...plan } = labPlan(lab)
  await writeFile(path, JSON.stringify({ ...plan, steps: (steps as unknown[]).slice(0, 1), ...overrides }))
  return path
}

/** Nothing of ours runs in the commands: they are those of README. */
async function isCheckedByReadme(stamped: string, authority: TimeAuthority): Promise<void> {
  const verified = await ran(['verify', stamped], stamped)
  expect([verified.code, verified.out]).toEqual([
    0,
    expect.stringMatching(/^verified: .*, time-stamped .* by Test Clock, Tagtrail Tests.*report\.html is not sealed/),
  ])
  await copyFile(authority.certificate, join(stamped, '..', 'authority.pem'))
  const readme = await readFile(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8')
  const commands = [...readme.matchAll(/^```sh\n([^`]*openssl[^`]*)```$/gm)].map(([, block = '']) => block)
  const { stdout, stderr } = await promisify(execFile)('sh', ['-e', '-c', commands.join('')], { cwd: stamped })
  const report = await readFile(join(stamped, 'report.html'), 'utf8')
  const { files } = JSON.parse(await readFile(join(stamped, 'manifest.json'), 'utf8')) as { files: unknown[] }
  expect(stdout).toContain('Signature Verified Successfully')
  expect(report).toContain(/^([0-9a-f]{64}) {2}-$/m.exec(stdout)?.[1])
  expect(`${stdout}${stderr}`.match(/^Verification: OK$/gm)).toHaveLength(1)
  expect(stdout.match(/^(?!Verification).*: OK$/gm)).toHaveLength(files.length)
  expect(report).toMatch(/time-stamped [^<]* by Test Clock/)
}

async function isAlteredByAnything(stamped: string, authority: TimeAuthority): Promise<void> {
  const entries = await readdir(stamped, { recursive: true, withFileTypes: true })
  const files = entries.filter((each) => each.isFile() && !each.name.startsWith('report.'))
  expect(files.length).toBeGreaterThan(20)
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    const bytes = await readFile(path)
    // A log may be empty.
    const places = new Set([0, Math.floor(bytes.length / 2), bytes.length - 1].filter((at) => at in bytes))
    for (const at of places) {
      await writeFile(
        path,
        bytes.map((byte, index) => (index === at ? byte ^ 16 : byte)),
      )
      expect((await verifyBundle(stamped)).verdict, `${path} at ${at}`).toBe('altered')
    }
    await rm(path)
    expect((await verifyBundle(stamped)).verdict, `${path} taken away`).toBe('altered')
    await writeFile(path, bytes)
    await writeFile(`${path}.more`, 'x')
    expect((await verifyBundle(stamped)).verdict, `${path}.more put in`).toBe('altered')
    await rm(`${path}.more`)
  }
  const [mine, signature] = await Promise.all(
    ['manifest.tsr', 'manifest.tsr.sig'].map((name) => readFile(join(stamped, name))),
  )
  const nonce = Buffer.alloc(8, 1)
  const { signal } = new AbortController()
  const foreign = await timestampOf(Buffer.from('other evidence'), { url: authority.url, nonce, signal })
  await writeFile(join(stamped, 'manifest.tsr'), foreign)
  const { out, code } = await ran(['verify', stamped], stamped)
  expect([out, code]).toEqual([expect.stringMatching(/^altered: manifest\.tsr was altered/), 1])
  await writeFile(join(stamped, 'manifest.tsr'), mine ?? '')
  await writeFile(join(stamped, 'manifest.tsr.sig'), signature ?? '')
  expect((await verifyBundle(stamped)).verdict).toBe('verified')
}

describe('tagtrail scan', () => {
  test('prints the answer on stdout, its progress on stderr, and leaves a report and evidence that anybody can check', async () => {
    const folder = await temporaryFolder()
    const authority = await timeAuthority()
    onTestFinished(() => authority.close())
    const words = ['scan', await planFile(folder), '--out', 'scan', '--timestamp', authority.url]
    const { out, err, code } = await ran(words, folder)
    expect(code).toBe(0)
    expect(err).toMatch(/Rejected: choice proven\n[^]*\(3 of 3 visits\)\n$/)
    expect(out).toMatch(/No choice +Rejected +Accepted[^]*Kartra[^]*Before any choice \d vendors[^]*Findings: /)
    expect(out).toMatch(/\nReport {4}scan\/report\.html\nEvidence {2}scan\n$/)
    await access(join(folder, 'scan', 'report.html'))
    await access(join(folder, 'scan', 'manifest.json'))
    expect(leftBehind()).toEqual([])
    await isCheckedByReadme(join(folder, 'scan'), authority)
    await isAlteredByAnything(join(folder, 'scan'), authority)
  }, 180_000)

  test('with --json prints the assessment and nothing else, and --fail-on decides how it ends', async () => {
    const folder = await temporaryFolder()
    const words = [
      'scan',
      await planFile(folder),
      '--out',
      'scan',
      '--states',
      'no-choice',
      '--json',
      '--fail-on',
      'high',
    ]
    const { out, err, code } = await ran(words, folder)
    expect(assessmentSchema.parse(JSON.parse(out)).states.map(({ state }) => state)).toEqual(['no-choice'])
    expect([err, code]).toEqual(['', 1])
  })

  test('ends quietly when its reader has read enough', async () => {
    const folder = await temporaryFolder()
    const { child, ended } = start(['scan', await planFile(folder), '--out', 'scan', '--states', 'no-choice'], folder)
    child.stdout?.destroy()
    const { err } = await ended
    expect(err).toMatch(/\(1 of 1 visits\)\n$/)
    expect(leftBehind()).toEqual([])
  })

  test('goes on when nobody reads its progress any more, and when no authority gives it the time', async () => {
    const folder = await temporaryFolder()
    const deaf = ['--timestamp', 'http://127.0.0.1:9/']
    const words = ['scan', await planFile(folder), '--out', 'scan', '--states', 'no-choice', ...deaf]
    const { child, ended } = start(words, folder)
    child.stderr?.destroy()
    const { out, code } = await ended
    expect(out).toContain('Report    scan/report.html')
    expect(code).toBe(0)
    const verified = await ran(['verify', 'scan'], folder)
    expect(verified.out).toContain('not time-stamped (the authority that was asked gave none)')
    expect(await readFile(join(folder, 'scan', 'report.html'), 'utf8')).toContain(
      'the authority that was asked gave none',
    )
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s with its browser, and leaves a bundle that can be read',
    async (signal) => {
      const folder = await temporaryFolder()
      const { steps } = labPlan(lab)
      const { child, said, ended } = start(['scan', await planFile(folder, { steps }), '--out', 'scan'], folder)
      await said('1 of 15 visits')
      child.kill(signal)
      const { out, err, code } = await ended
      expect([out, code]).toEqual(['', 3])
      expect(err).toMatch(
        / s {2}stopping\n[^]*error: the scan was cancelled; what was seen until then is kept in .*scan\n$/,
      )
      expect(leftBehind()).toEqual([])
      expect(JSON.parse(await readFile(join(folder, 'scan', 'environment.json'), 'utf8'))).toMatchObject({
        ended: 'cancelled',
      })
      const report = await ran(['report', 'scan', '--format', 'json', '--out', '-'], folder)
      expect(report.code).toBe(0)
      expect(JSON.parse(report.out)).toMatchObject({ scan: { ended: 'cancelled' } })
    },
  )
})

describe('what cannot be scanned is one line, the right code, and nothing on the disk', () => {
  test.each([
    [
      'an address that nobody answers',
      ['https://127.0.0.1:PORT/'],
      3,
      /^error: https:\/\/127\.0\.0\.1:\d+\/ could not be opened \(net::ERR_CONNECTION_REFUSED.*\); open it in a browser to check\n$/,
    ],
    [
      'a browser that is none',
      ['https://127.0.0.1:PORT/', '--browser', process.execPath + '.txt'],
      3,
      /^error: --browser names .*, and there is no such file; give the path of a Chrome, .*\n$/,
    ],
    [
      'a plan with an unknown key',
      ['plan.json'],
      2,
      /^error: plan\.json:1:\d+ unknown key "step"; did you mean "steps"\?\n$/,
    ],
  ])('%s', async (_, words, code, message) => {
    const folder = await temporaryFolder()
    await planFile(folder, { step: [] })
    const targets = await Promise.all(words.map(async (word) => word.replace('PORT', String(await closedPort()))))
    const result = await ran(['scan', ...targets, '--out', 'scan', '--json'], folder)
    expect(result.err).toMatch(message)
    expect([result.out, result.code]).toEqual(['', code])
    expect(await readdir(folder)).toEqual(['plan.json'])
    expect(leftBehind()).toEqual([])
  })
})

test('tagtrail lab ends as it should when it is stopped', async () => {
  const { child, ended } = start(['lab'], await temporaryFolder())
  await once(child.stdout ?? child, 'data')
  child.kill('SIGINT')
  expect(await ended).toMatchObject({ out: expect.stringContaining('Ctrl-C stops it'), err: '', code: 0 })
})

test('tagtrail demo scans the lab by itself, and says what it took', async () => {
  const folder = await temporaryFolder()
  const { out, code } = await ran(['demo'], folder)
  expect(code).toBe(0)
  expect(out).toMatch(/Covered: 15 of 15 page visits/)
  expect(out).toMatch(/\nReport {4}tagtrail-demo-1\/report\.html\n/)
  expect(out).toMatch(/\nTook \d+\.\d s\. Peak memory: \d+ MB by Tagtrail itself(, \d+ MB by the browser)?\.\n$/)
  expect(leftBehind()).toEqual([])
})

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
