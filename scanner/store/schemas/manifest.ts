import * as z from 'zod'
import { file, tool, version } from './words.ts'

/** `manifest.json`: what the bundle is made of, and by what. Canonical JSON, so that equal manifests are equal bytes. */
export const manifest = z.object({
  format: z.literal('tagtrail-bundle'),
  formatVersion: z.literal(1),
  tool,
  browser: z.object({ product: z.string() }),
  knowledge: version,
  ended: z.enum(['complete', 'cancelled', 'failed']).nullable(),
  /** Sorted by path. */
  files: z.array(file.extend({ bytes: z.int() })),
})

export type Manifest = z.infer<typeof manifest>
