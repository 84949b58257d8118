import { expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { schemaNames } from '../../../scanner/schemas.ts'
import { fakeHost } from '../fake-host.ts'

test.each(schemaNames)('the schema %s is printed as JSON', async (name) => {
  const host = fakeHost()
  await run(['schema', name], host)
  expect(JSON.parse(host.out())).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: expect.stringContaining('Tagtrail'),
  })
  expect([host.err(), host.ended()]).toEqual(['', 0])
})
