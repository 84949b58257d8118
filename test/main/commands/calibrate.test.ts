import { expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { fakeHost } from '../fake-host.ts'

test('a site that is not there is a slip of the command line, not a calibration without faults', async () => {
  const host = fakeHost()
  await run(['calibrate', '--only', 'findings', '--site', 'nobody-*'], host)
  expect([host.ended(), host.out()]).toEqual([2, ''])
  expect(host.err()).toContain('No site is called nobody-*')
})
