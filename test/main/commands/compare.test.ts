import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import type { Observation } from '../../../scanner/model.ts'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { sealBundle } from '../../../scanner/store/manifest.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { scene, type Scene } from '../../evidence/scene.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'

const META: Observation = cookieWrite({ name: '_fbp' })

async function scanFolder(given: Scene): Promise<string> {
  const dir = join(await temporaryFolder(), 'scan')
  const { evidence } = scene(given)
  const bundle = await createBundle(dir)
  await bundle.writePlan(evidence.plan)
  await bundle.writeEnvironment(evidence.environment)
  for (const observation of evidence.observations) bundle.append('observations.ndjson', JSON.stringify(observation))
  await bundle.close()
  await sealBundle(dir)
  return dir
}

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
    expect(out).toMatch(/Vendors\n {4}new {2}Meta Pixel \(Marketing\), No choice: optin/)
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

  test('says what is no scan', async () => {
    const { err, code } = await ran(await scanFolder({}), '/nowhere')
    expect(code).toBe(3)
    expect(err).toContain('/nowhere')
  })
})
