import * as z from 'zod'
import type { Environment } from '../../model.ts'
import { ended, textByName, thirdPartyCookies, tool, utc, version, viewport } from './words.ts'

/** `environment.json`: the machine, browser and visitor a scan was made with; `ended` is null while it runs. */
export const environment = z.object({
  tool,
  knowledge: version,
  os: z.string(),
  browser: z.object({ product: z.string(), path: z.string(), source: z.string(), flags: z.array(z.string()) }),
  userAgent: z.string(),
  automationHidden: z.boolean(),
  locale: z.string(),
  timeZone: z.string(),
  viewport,
  thirdPartyCookies,
  hostMap: textByName,
  certificates: z.enum(['verified', 'own-authority', 'not-verified']),
  valueSalt: z.string(),
  startedAt: utc,
  endedAt: utc.nullable(),
  ended,
}) satisfies z.ZodType<Environment>
