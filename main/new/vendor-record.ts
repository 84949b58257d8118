import type { VendorRecord } from '../../scanner/knowledge/vendor-record.ts'

/** A record that holds, of a vendor that is made up: every field is there to be replaced. */
export function vendorRecord(id: string, today: string): VendorRecord {
  const known = { confidence: 'inferred' as const, sources: ['memory'] }
  return {
    schema: 1,
    id,
    name: id,
    kinds: ['ads'],
    aliases: [],
    summary: 'What it does for a site, in one sentence of our own words.',
    overview: 'How it works on a page: what it loads, what it stores, what it sends and when.',
    industries: [],
    company: { name: id },
    urls: { home: `https://${id}.example/` },
    ids: {},
    categories: { primary: 'marketing', all: ['marketing'], why: 'What in its behaviour puts it there.' },
    domains: [{ host: `*.${id}.example`, role: 'tracker', category: 'marketing', ...known }],
    endpoints: [
      {
        id: 'tag',
        hosts: [`cdn.${id}.example`],
        path: '^/tag\\.js$',
        category: 'marketing',
        purpose: 'load',
        what: 'Loads the tag.',
        ...known,
      },
    ],
    storage: [
      {
        name: `_${id}_id`,
        areas: ['cookie'],
        party: 'first',
        category: 'marketing',
        identifier: true,
        purpose: 'Visitor id.',
        lifetime: { typical: 'P1Y' },
        ...known,
      },
    ],
    marks: [],
    clickIds: [],
    dataCollected: [],
    behaviours: [],
    consentSignals: [],
    legal: {
      eprivacy: { consent: 'required', refs: ['ePrivacy Directive Art. 5(3)'], note: 'Why.' },
      gdpr: { bases: ['consent'], refs: ['GDPR Art. 6(1)(a)'], profiling: false, note: 'Why.' },
      ccpa: { saleOrShare: 'possible', duties: [], note: 'Why.' },
      other: [],
    },
    block: { verdict: 'yes', why: 'What a visitor loses, and gains.', keep: [], how: 'Load the tag after consent.' },
    selfLabels: [],
    effects: [],
    faq: [],
    related: [],
    openQuestions: [],
    provenance: {
      sources: { memory: { kind: 'memory', title: 'From memory; to be confirmed by a capture', seen: today } },
      reviewed: today,
      by: 'Tagtrail',
      license: 'CC0-1.0',
    },
  }
}
