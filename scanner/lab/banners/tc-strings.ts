import { GVL, TCModel, TCString } from '@iabtechlabtcf/core'

/** What a CMP under the TCF stores for everything and for nothing, as the IAB's own encoder writes it. */
export function tcStrings(cmpId: number): { readonly all: string; readonly nothing: string } {
  const list = new GVL(VENDOR_LIST)
  const model = (isAll: boolean): TCModel => {
    const made = new TCModel(list)
    made.cmpId = cmpId
    made.cmpVersion = 1
    made.isServiceSpecific = true
    made.publisherCountryCode = 'DE'
    made.vendorsDisclosed.set([755, 21])
    if (isAll) made.setAll()
    return made
  }
  return { all: TCString.encode(model(true)), nothing: TCString.encode(model(false)) }
}

interface Purpose {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly illustrations: string[]
}

const purpose = (id: number): [string, Purpose] => [
  String(id),
  { id, name: `Purpose ${id}`, description: '', illustrations: [] },
]

const vendor = (id: number, name: string) => ({
  id,
  name,
  purposes: [1, 3, 4],
  legIntPurposes: [2, 7],
  flexiblePurposes: [],
  specialPurposes: [],
  features: [],
  specialFeatures: [],
  cookieMaxAgeSeconds: null,
  usesCookies: true,
  cookieRefresh: false,
  usesNonCookieAccess: false,
})

/** Two vendors of the real list are enough to be encoded. */
const VENDOR_LIST = {
  gvlSpecificationVersion: 3,
  vendorListVersion: 140,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-02-05T16:00:00Z',
  purposes: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(purpose)),
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  vendors: { '21': vendor(21, 'The Trade Desk'), '755': vendor(755, 'Google Advertising Products') },
}
