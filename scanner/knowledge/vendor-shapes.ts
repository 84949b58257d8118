import * as z from 'zod'

/** How a vendor is recognised: its hosts, requests, stored items and marks on the page. The part of a record the matcher reads. */

export const category = z.enum(['necessary', 'functional', 'analytics', 'marketing'])

/** A host that serves several purposes has no category of its own; its endpoints decide. */
export const hostCategory = z.enum(['necessary', 'functional', 'analytics', 'marketing', 'unclassified'])

export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

/** How we know a fact. `observed` cites one of our scans; `code` was read in the vendor's own code or on captured pages;
 *  `inferred` is from memory and waits for proof. */
export const confidence = z.enum(['observed', 'code', 'vendor-doc', 'third-party', 'inferred'])

const proven = {
  confidence,
  /** Keys of `provenance.sources`. */
  sources: z.array(slug).min(1),
  /** Who disagrees, and how; present when sources or regulators see it differently. */
  disputed: z.string().min(1).optional(),
}

/** `a.example` one host, `*.a.example` it and all below, `www.brand.*` any public suffix, `*` any host (customer domains). */
export const hostPattern = z
  .string()
  .max(253)
  .regex(
    /^(?:\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*(?:\.\*)?)$/,
    'write a host as a.example, *.a.example, www.brand.* or *',
  )

export const domainRole = z.enum([
  'tracker',
  'cdn',
  'api',
  'player',
  'hosted-site',
  'checkout',
  'widget',
  'mixed',
  'cname-target',
])

export const domain = z.strictObject({
  host: hostPattern,
  role: domainRole,
  category: hostCategory,
  note: z.string().optional(),
  ...proven,
})

export const purpose = z.enum(['load', 'collect', 'content', 'consent', 'form'])

export const endpoint = z.strictObject({
  id: slug,
  hosts: z.array(hostPattern).min(1),
  /** Anchored regular expression over the path. A capturing group is an account or visitor id and is shown as `*`. */
  path: z.string().max(160),
  /** Anchored regular expressions over query parameters that must be there. */
  query: z.record(z.string(), z.string().max(160)).optional(),
  methods: z.array(z.enum(['GET', 'POST'])).optional(),
  /** Names of parameters or top-level keys that the body must hold, all of them: so a vendor is known on any host and path. */
  body: z.array(z.string().min(1).max(60)).min(2).optional(),
  category,
  purpose,
  /** What the request does, in words. */
  what: z.string().min(1),
  ...proven,
})

const duration = z
  .string()
  .regex(
    /^P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/,
    'write a lifetime as P13M, P90D or PT30M',
  )

export const storageArea = z.enum(['cookie', 'local', 'session', 'indexeddb'])

export const storage = z.strictObject({
  /** Exact, or with `*` for the part that varies, `<n>` where it is a number: `_ga_*`, `<n>_viewed_<n>`. */
  name: z.string().min(1).max(120),
  areas: z.array(storageArea).min(1),
  /** Whose domain it is stored under, seen from the page. */
  party: z.enum(['first', 'third', 'either']),
  /** Only under these hosts; required for third-party items and for names others use too. */
  hosts: z.array(hostPattern).optional(),
  category,
  /** What the vendor calls it, where that differs from our category. */
  vendorClaims: z.string().optional(),
  /** Singles out a visitor, browser or click. */
  identifier: z.boolean(),
  purpose: z.string().min(1),
  lifetime: z.strictObject({
    session: z.boolean().optional(),
    min: duration.optional(),
    typical: duration.optional(),
    max: duration.optional(),
    note: z.string().optional(),
  }),
  ...proven,
})

/** Traces on the page itself: names on `window`, CSS selectors, text of inline scripts. */
export const mark = z.strictObject({
  kind: z.enum(['global', 'selector', 'inline']),
  value: z.string().min(1).max(200),
  note: z.string().min(1),
  ...proven,
})
