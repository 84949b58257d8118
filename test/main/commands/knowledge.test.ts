import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { fakeHost } from '../fake-host.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tagtrail-knowledge-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function knowledge(...words: readonly string[]) {
  const host = fakeHost()
  await run(['knowledge', ...words], host)
  return { out: host.out(), err: host.err(), code: host.ended() }
}

function own(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const rulings = (...categories: readonly object[]) => ({ schema: 1, categories })

test('show prints a record, or the one fact an answer cites', async () => {
  expect(await knowledge('show', 'hotjar')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Hotjar \(hotjar\): analytics\n[^]*\nHosts\n[^]*\nSources\n/),
  })
  expect((await knowledge('show', 'kartra#storage:kuuid')).out).toMatch(/^kartra#storage:kuuid\n {2}name: kuuid\n/)
  expect(JSON.parse((await knowledge('show', 'hotjar', '--json')).out)).toMatchObject({ id: 'hotjar', schema: 1 })
})

test.each([
  [['show', 'clarity'], 'did you mean microsoft-clarity'],
  [['show', 'nobody-at-all'], 'try "tagtrail knowledge search <words>"'],
  [['show', 'kartra#storage:nope'], 'kartra holds no storage:nope'],
  [['show'], "missing required argument 'vendor'"],
  [['classify'], "required option '--kind <kind>' not specified"],
  [['classify', '--kind', 'face'], 'Allowed choices are url, cookie, storage'],
  [['coverage', '--missing', 'all'], 'It must be a whole number'],
  [['show', 'hotjar', '--knowledge', '/nowhere'], 'there is no such file or folder'],
] as const)('%j ends with 2 and says what to do', async (words, told) => {
  const { out, err, code } = await knowledge(...words)
  expect({ out, code }).toEqual({ out: '', code: 2 })
  expect(err).toContain(told)
})

test('search finds a pattern by a whole name, and says when there is nothing', async () => {
  expect((await knowledge('search', '_hjSessionUser_12345')).out).toContain('hotjar  Hotjar: _hjSessionUser_*')
  expect(await knowledge('search', 'no such thing')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing') })
})

test('check ends with 1 when, and only when, it has something to say', async () => {
  const { out, code } = await knowledge('check')
  expect(out).toMatch(/\n?\d+ records, knowledge \d{4}-\d{2}-\d{2}\+[0-9a-f]{8}: .*\n$/)
  expect(code).toBe(out.endsWith(': nothing wrong\n') ? 0 : 1)
})

test('coverage measures the whole list, the part worked on and the part held out', async () => {
  const { out } = await knowledge('coverage', '--json')
  const parts: readonly { part: string; figures: readonly { top: number; of: number; known: number }[] }[] =
    JSON.parse(out)
  expect(parts.map(({ part }) => part)).toEqual(['all hosts', 'worked on', 'held out'])
  const [all, worked, held] = parts.map(({ figures }) => figures.at(-1))
  expect(all?.of).toBe(2_000)
  expect((worked?.known ?? 0) + (held?.known ?? 0)).toBe(all?.known)
})

describe("the user's own", () => {
  test('category changes the answer, says who changed it, and is named in the version', async () => {
    const file = own('categories.json', rulings({ of: 'hotjar', category: 'marketing', because: 'ruling of our DPO' }))
    expect((await knowledge('check', file)).out).toMatch(/with own knowledge [0-9a-f]{8} \(categories of hotjar\)/)
  })

  test.each([
    [
      'a vendor nobody knows',
      rulings({ of: 'nobody-at-all', category: 'marketing', because: 'so it is' }),
      'nothing is called nobody-at-all',
    ],
    [
      'a category there is not',
      rulings({ of: 'hotjar', category: 'evil', because: 'so it is' }),
      'at categories.0.category',
    ],
    ['a file that is no JSON', '{', 'it is no JSON'],
    ['half a record', { id: 'acme' }, 'acme: at name'],
  ])('%s is refused', async (_, content, told) => {
    const { code, err } = await knowledge('check', own('acme.json', content))
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(told) })
  })
})
