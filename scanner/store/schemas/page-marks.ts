import * as z from 'zod'
import type { PageMarksFact } from '../../model.ts'
import { sha256, textByName } from './words.ts'

/** The traces in one frame by which a vendor is known that keeps silent. */
export const pageMarks = z.object({
  kind: z.literal('page-marks'),
  url: z.string(),
  isTop: z.boolean(),
  globals: z.array(z.string()),
  elements: z.array(
    z.object({ tag: z.string(), id: z.string().nullable(), classes: z.array(z.string()), attributes: textByName }),
  ),
  classes: z.array(z.string()),
  inlineScripts: z.array(z.object({ sha256, length: z.int(), words: z.array(z.string()) })),
  isCut: z.boolean(),
}) satisfies z.ZodType<PageMarksFact>
