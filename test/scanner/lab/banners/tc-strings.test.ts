import { expect, test } from 'vitest'
import { tcStrings } from '../../../../scanner/lab/banners/tc-strings.ts'
import { tcf } from '../../../../scanner/signals/tcf.ts'

test('the two strings say what they are for, and name the vendors disclosed', () => {
  const { all, nothing } = tcStrings(7)
  expect(tcf.decode(all)).toMatchObject({ ok: true, value: { says: 'granted', cmpId: 7, disclosedVendors: [21, 755] } })
  expect(tcf.decode(nothing)).toMatchObject({ ok: true, value: { says: 'denied' } })
})
