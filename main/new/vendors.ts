import { camelCase, SLUG, type Shelf } from './shelf.ts'
import { vendorRecord } from './vendor-record.ts'

export const vendors: Shelf = {
  name: 'vendors',
  idForm: SLUG,
  idExample: 'acme-analytics (the product, as its vendor calls it)',
  nameOf: camelCase,
  list: null,
  files: ({ id, today }) => [
    { path: `scanner/vendors/${id}.json`, text: json(vendorRecord(id, today)) },
    { path: `test/scanner/vendors/${id}.json`, text: json(table(id)) },
  ],
  next: ({ id }) => [
    `Replace all of ${id}.example in scanner/vendors/${id}.json by what you know, each fact with its source and how sure it is.`,
    `Put real addresses and names into test/scanner/vendors/${id}.json: some that are this vendor's, and near misses that are not.`,
    `Try it: node_modules/.bin/vitest run test/scanner/vendors`,
  ],
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** What the record must know, and what it must leave to others. */
function table(id: string): unknown {
  return {
    mine: [
      { url: `https://cdn.${id}.example/tag.js`, category: 'marketing', purpose: 'load' },
      { cookie: `_${id}_id`, category: 'marketing' },
    ],
    notMine: [{ url: `https://not-${id}.example/tag.js` }, { cookie: id }],
  }
}
