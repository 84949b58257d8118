import * as z from 'zod'
import { category, domain, endpoint, mark, slug, storage } from './vendor-shapes.ts'

/** Everything we know of one vendor, each fact with its source. One JSON file in `vendors/`; strict, so that a misspelt key is an error. */
export const vendorRecord = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  id: slug,
  name: z.string().min(1),
  /** The umbrella record: `microsoft-clarity` is part of `microsoft`. */
  partOf: slug.optional(),
  kinds: z.array(slug).min(1),
  aliases: z.array(z.string()),
  /** One or two sentences, then a paragraph; in our own words. */
  summary: z.string().min(20).max(400),
  overview: z.string().min(20),
  industries: z.array(z.string()),
  company: z.strictObject({
    name: z.string(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    parent: z.string().optional(),
  }),
  urls: z.strictObject({
    home: z.url(),
    privacy: z.url().optional(),
    cookies: z.url().optional(),
    dpa: z.url().optional(),
    optOut: z.url().optional(),
  }),
  /** The vendor's number in the IAB TCF list, and its names in other tables. */
  ids: z.strictObject({
    iabTcf: z.int().optional(),
    googleAc: z.int().optional(),
    thirdPartyWeb: z.array(z.string()).optional(),
  }),
  categories: z.strictObject({
    primary: category,
    all: z.array(category).min(1),
    why: z.string().min(1),
    disputed: z.string().optional(),
  }),
  domains: z.array(domain),
  endpoints: z.array(endpoint),
  storage: z.array(storage),
  marks: z.array(mark),
  /** Parameters by which its ads, mails or affiliates announce a click. */
  clickIds: z.array(z.string()),
  dataCollected: z.array(
    z.strictObject({
      item: z.string(),
      when: z.enum(['page-load', 'interaction', 'form', 'purchase', 'video', 'email-click', 'leave']),
      personal: z.boolean(),
    }),
  ),
  /** What it does to a visitor; `evidence` names what shows it: `endpoint:<id>`, `storage:<name>`, `mark:<value>`. */
  behaviours: z.array(
    z.strictObject({ id: slug, text: z.string(), trigger: z.string(), evidence: z.array(z.string()) }),
  ),
  consentSignals: z.array(
    z.strictObject({ name: z.string(), how: z.string(), respected: z.enum(['yes', 'partly', 'no', 'unknown']) }),
  ),
  legal: z.strictObject({
    eprivacy: z.strictObject({
      consent: z.enum(['required', 'exempt', 'depends']),
      refs: z.array(z.string()),
      note: z.string(),
    }),
    gdpr: z.strictObject({
      bases: z.array(z.string()),
      refs: z.array(z.string()),
      profiling: z.boolean(),
      transfers: z.string().optional(),
      note: z.string(),
    }),
    ccpa: z.strictObject({
      saleOrShare: z.enum(['likely', 'possible', 'no']),
      duties: z.array(z.string()),
      note: z.string(),
    }),
    other: z.array(z.strictObject({ regime: z.string(), refs: z.array(z.string()), note: z.string() })),
  }),
  /** Whether to hold it back before consent, and what must keep working. */
  block: z.strictObject({
    verdict: z.enum(['yes', 'no', 'partly']),
    why: z.string(),
    keep: z.array(z.string()),
    how: z.string(),
  }),
  /** The vendor's own labels that differ from ours. */
  selfLabels: z.array(
    z.strictObject({ label: z.string(), items: z.array(z.string()), ours: z.string(), source: slug }),
  ),
  /** What a refusal, or another circumstance, does to each feature. */
  effects: z.array(
    z.strictObject({
      when: z.enum(['rejected', 'essential-only', 'accepted', 'known-lead', 'cleared', 'multi-device', 'other-entry']),
      feature: z.string(),
      effect: z.string(),
      source: slug,
    }),
  ),
  faq: z.array(
    z.strictObject({ q: z.string(), a: z.string(), topic: z.enum(['consent', 'data', 'handling', 'other']) }),
  ),
  related: z.array(
    z.strictObject({
      vendor: slug,
      relation: z.enum(['same-company', 'co-loaded', 'alternative', 'receives-data', 'category-peer']),
      note: z.string().optional(),
    }),
  ),
  /** Claims of others we could not confirm or found wrong; printed with the record. */
  openQuestions: z.array(z.strictObject({ claim: z.string(), finding: z.string(), sources: z.array(slug) })),
  provenance: z.strictObject({
    sources: z.record(
      slug,
      z.strictObject({
        kind: z.enum(['scan', 'code', 'vendor-doc', 'spec', 'dataset', 'article', 'directory', 'memory']),
        title: z.string(),
        url: z.url().optional(),
        scan: z.string().optional(),
        seen: z.iso.date(),
      }),
    ),
    reviewed: z.iso.date(),
    by: z.string(),
    license: z.enum(['CC0-1.0', 'Apache-2.0']),
  }),
})

export type VendorRecord = z.infer<typeof vendorRecord>

/** The published contract of a vendor record, for editors and other tools. */
export function vendorRecordJsonSchema(): object {
  return z.toJSONSchema(vendorRecord, { target: 'draft-2020-12' })
}
