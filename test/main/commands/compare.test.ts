import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import type { Observation } from '../../../scanner/model.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { fakeHost } from '../fake-host.ts'
import { scanFolder } from '../scan-folder.ts'

const META: Observation = cookieWrite({ name: '_fbp' })

async function ran(...words: readonly string[]) {
  const host = fakeHost()
  await run(['compare', ...words], host)
  return { out: host.out(), err: host.err(), code: host.ended() }
}

describe('tagtrail compare', () => {
  test('tells what is new and fails on it when asked to', async () => {
    const [before, after] = [await scanFolder({}), await scanFolder({ seen: [META] })]
    const { out, code } = await ran(before, after, '--fail-on', 'new')
    expect(code).toBe(1)
    expect(out).toMatch(/New: 1 finding\n {4}critical F01: Meta Pixel stored `_fbp`/)
    expect(out).toContain('Since 2026-11-21 1 vendor is new before any choice.')
    expect(out).toMatch(/Marketing\n {2}Meta Pixel {2,}\+!– – {2,}– – – {2,}– – –\n/)
    expect(out).toMatch(/Cookies\n {4}new {2}_fbp \(Meta Pixel, Marketing\), No choice: optin/)
    expect((await ran(before, after)).code).toBe(0)
  })

  test('what is gone is fixed, as JSON too', async () => {
    const { out, code } = await ran(
      await scanFolder({ seen: [META] }),
      await scanFolder({}),
      '--json',
      '--fail-on',
      'new',
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ comparable: true, findings: [{ change: 'fixed', ruleId: 'F01' }] })
  })

  test('ends with 4 where nothing is new in a later scan that did not see everything', async () => {
    const later = await scanFolder({ unvisited: ['rejected checkout'] })
    const { out, code } = await ran(await scanFolder({}), later, '--fail-on', 'new')
    expect(out).toContain('No finding is new, fixed or changed.')
    expect(code).toBe(4)
  })

  test('ends with 4 where nothing can be said', async () => {
    const after = await scanFolder({ unvisited: ['no-choice optin'] })
    const { out, code } = await ran(await scanFolder({ seen: [META] }), after)
    expect(code).toBe(4)
    expect(out).toContain('Not comparable: 1 finding')
  })

  test('counts what is the same, and says which pages were compared with nothing', async () => {
    const [before, after] = [
      await scanFolder({ seen: [META] }),
      await scanFolder({ seen: [META], unvisited: ['no-choice sales'] }),
    ]
    const { out } = await ran(before, after)
    expect(out).toContain('No vendor is new, gone or different on the pages that both scans saw.')
    expect(out).toContain('Not shown: 1 vendor the same wherever both scans saw.')
    expect(out).toContain('Of the 9 pages, counted in each state, 1 was not seen by both')
  })

  test('says of which scan the evidence cannot be read', async () => {
    const [before, after] = [await scanFolder({}), await scanFolder({})]
    await writeFile(join(before, 'observations.ndjson'), '{"id":\n{"id":\n')
    const { err, code } = await ran(before, after)
    expect(code).toBe(3)
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'The earlier scan cannot be compared, because its evidence cannot be read',
    )
    expect(err).toContain('observations.ndjson')
  })

  test('says what is no scan', async () => {
    const { err, code } = await ran(await scanFolder({}), '/nowhere')
    expect(code).toBe(3)
    expect(err).toContain('/nowhere')
  })
})
