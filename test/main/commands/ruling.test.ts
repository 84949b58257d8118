import { beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../../main/program.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'
import { scanFolder } from '../scan-folder.ts'

const KEY = 'F01|no-choice|meta-pixel|_fbp'
const WITH_COOKIE = { seen: [cookieWrite({ name: '_fbp' })] }

async function ran(...words: readonly string[]) {
  const host = fakeHost()
  await run(words, host)
  return { out: host.out(), err: host.err(), code: host.ended() }
}

describe('tagtrail ruling', () => {
  beforeEach(async () => vi.stubEnv('TAGTRAIL_DATA', await temporaryFolder()))

  test('a decision stands beside the finding in the list and in the report, and the finding stays', async () => {
    const dir = await scanFolder(WITH_COOKIE)
    const decided = await ran(
      'ruling',
      'set',
      dir,
      KEY,
      '--decision',
      'compliant',
      '--comment',
      'seen',
      '--by',
      'A. Diaz',
    )
    expect(decided).toMatchObject({ code: 0, out: expect.stringContaining(`Compliant: ${KEY}`) })
    expect((await ran('ruling', 'list', dir)).out).toMatch(
      /F01\|no-choice\|meta-pixel\|_fbp\n.*\n {4}Ruling: Compliant \(A\. Diaz, /,
    )
    const { out: report } = await ran('report', dir, '--out', '-')
    expect(report).toMatch(/Meta Pixel<\/bdi>[^]*Ruling<\/strong> Compliant \(A\. Diaz, [\d-]+\)\. seen/)
    expect(report).toContain('Cookie before any choice')
  })

  test('taken back it is gone, and stays in the history', async () => {
    const dir = await scanFolder(WITH_COOKIE)
    await ran('ruling', 'set', dir, KEY, '--decision', 'accepted-risk', '--until', '2099-01-01', '--by', 'A')
    expect((await ran('ruling', 'remove', dir, KEY, '--by', 'B')).code).toBe(0)
    expect((await ran('ruling', 'list', dir)).out).not.toContain('Ruling:')
    expect((await ran('ruling', 'list', dir, '--history')).out).toMatch(
      / A {2}.*accepted-risk until 2099-01-01\n.* B {2}.*taken back/,
    )
  })

  test.each([
    [['set', 'F99|nothing', '--decision', 'compliant'], /has no finding F99/],
    [['set', KEY, '--decision', 'accepted-risk'], /needs its last day/],
    [['remove', KEY], /nothing was decided/],
  ])('%j is a slip of the command line', async ([verb = '', ...rest], message) => {
    const { code, err } = await ran('ruling', verb, await scanFolder(WITH_COOKIE), ...rest)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})
