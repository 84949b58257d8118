import { expect, test } from 'vitest'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import { namedVendors } from './named-vendors.ts'

const knowledge = loadKnowledge()
const funnel = knowledge.funnel([])

/** Known means: the host leads to a record of ours, which says what the vendor is for and whether to hold it back. */
function isKnown(host: string): boolean {
  const { vendorId } = knowledge.identifyRequest({
    url: `https://${host}/`,
    method: 'GET',
    resourceType: 'script',
    funnel,
  }).identification
  const record = vendorId === null ? null : knowledge.vendor(vendorId)
  return record !== null && record.categories.all.length > 0 && record.block.verdict.length > 0
}

test('of the funnel, attribution and affiliate vendors the lists leave out, nine in ten are known', () => {
  const unknown = namedVendors.filter(([, , host]) => !isKnown(host)).map(([, name, host]) => `${name} (${host})`)
  const share = 1 - unknown.length / namedVendors.length
  // eslint-disable-next-line no-console -- the figure is what this test is for
  console.log(`${(100 * share).toFixed(0)} % of ${namedVendors.length} known; unknown: ${unknown.join(', ') || 'none'}`)
  expect(share).toBeGreaterThanOrEqual(0.9)
})
