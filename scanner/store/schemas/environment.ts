import * as z from 'zod'
import type { Environment } from '../../model.ts'
import { consentState, ended, textByName, thirdPartyCookies, tool, utc, version, viewport } from './words.ts'

const brandVersion = z.object({ brand: z.string(), version: z.string() })

const clientHints = z.object({
  brands: z.array(brandVersion),
  fullVersionList: z.array(brandVersion),
  fullVersion: z.string(),
  platform: z.string(),
  platformVersion: z.string(),
  architecture: z.string(),
  bitness: z.string(),
  model: z.string(),
  mobile: z.boolean(),
  wow64: z.boolean(),
  formFactors: z.array(z.string()),
})

/** `environment.json`: the machine, browser and visitor a scan was made with; `ended` is null while it runs. */
export const environment = z.object({
  tool,
  knowledge: version,
  os: z.string(),
  browser: z.object({ product: z.string(), path: z.string(), source: z.string(), flags: z.array(z.string()) }),
  userAgent: z.string(),
  automationHidden: z.boolean().nullable(),
  locale: z.string(),
  timeZone: z.string(),
  // What has a default is not in scans of before there was such a key.
  languages: z.array(z.string()).default([]),
  clientHints: clientHints.nullable().default(null),
  viewport,
  // Unknown where another program recorded.
  thirdPartyCookies: z.enum([...thirdPartyCookies.options, 'unknown']),
  hostMap: textByName,
  certificates: z.enum(['verified', 'own-authority', 'not-verified', 'unknown']),
  globalPrivacyControl: z.array(consentState).default([]),
  settle: z.enum(['quiet', 'virtual']).default('quiet'),
  proxy: z.boolean().default(false),
  credentials: z
    .object({ basicAuth: z.boolean(), headers: z.array(z.string()) })
    .default({ basicAuth: false, headers: [] }),
  exitIp: z.string().nullable().default(null),
  valueSalt: z.string(),
  startedAt: utc,
  endedAt: utc.nullable(),
  ended,
}) satisfies z.ZodType<Environment>
