import { expect, test } from 'vitest'
import { secretsOf, WITHHELD, withoutSecrets } from '../../../scanner/plan/secrets.ts'
import { recordedPlan } from '../../../scanner/store/schemas/plan.ts'
import { ACCESS, at, planOf } from '../../evidence/plan.ts'

const plan = planOf(
  { landing: at('https://shop.example/') },
  {
    access: {
      ...ACCESS,
      basicAuth: { username: 'staging', password: 'open sesame' },
      headers: { 'X-Preview': 'token-1' },
      proxy: 'http://me:p%40ss@proxy.example:3128',
    },
  },
)

test('what lets the scan in is written down as given, and nothing of it', () => {
  const written = JSON.stringify(withoutSecrets(plan))
  for (const secret of ['staging', 'open sesame', 'token-1', 'p%40ss', 'proxy.example'])
    expect(written).not.toContain(secret)
  expect(withoutSecrets(plan).access).toMatchObject({
    basicAuth: { username: WITHHELD, password: WITHHELD },
    headers: { 'X-Preview': WITHHELD },
    proxy: WITHHELD,
  })
  expect(recordedPlan.parse(JSON.parse(written))).toEqual(withoutSecrets(plan))
})

test('a plan without secrets is written as it is', () => {
  const open = planOf({ landing: at('https://shop.example/') })
  expect(withoutSecrets(open)).toEqual(open)
  expect(secretsOf(open)).toEqual([])
})

test('secrets are known in the forms in which they travel, the longest first', () => {
  expect(secretsOf(plan)).toEqual([
    Buffer.from('staging:open sesame').toString('base64'),
    Buffer.from('me:p@ss').toString('base64'),
    'open sesame',
    'token-1',
    'p@ss',
  ])
})
