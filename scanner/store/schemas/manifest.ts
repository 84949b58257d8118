import * as z from 'zod'
import { ended, file, sha256, tool, utc, version } from './words.ts'

const key = z.object({
  algorithm: z.literal('Ed25519'),
  /** Of the public key, DER SubjectPublicKeyInfo. */
  sha256,
})

/** `manifest.json`: what the evidence is made of, and by what. Canonical JSON, so that equal manifests are equal bytes. */
export const manifest = z.object({
  format: z.literal('tagtrail-bundle'),
  formatVersion: z.literal(1),
  tool,
  browser: z.object({ product: z.string() }),
  knowledge: version,
  ended,
  /** By the clock of the machine. */
  sealedAt: utc.nullable(),
  /**
   * Who else vouches for the time. `rfc3161`: an authority, in `manifest.tsr`, which is signed by `manifest.tsr.sig`;
   * `none`: nobody was asked; `not-given`: somebody was, in vain.
   */
  timestamp: z.enum(['none', 'not-given', 'rfc3161']),
  /** What `manifest.sig` was made with; null when it is not signed. */
  key: key.nullable(),
  /** Number of lines of each log, and SHA-256 of its last one. */
  logs: z.array(z.object({ path: z.string(), lines: z.int(), head: sha256 })),
  /** Sorted by path. */
  files: z.array(file.extend({ bytes: z.int() })),
})

/** `assessment.seal.json`: which judgement of which evidence this is. Canonical JSON as well. */
export const assessmentSeal = z.object({
  format: z.literal('tagtrail-assessment'),
  formatVersion: z.literal(1),
  tool,
  knowledge: version,
  /** Of the `manifest.json` that the judged evidence is sealed with. */
  manifestSha256: sha256,
  sealedAt: utc,
  timestamp: z.literal('none'),
  key: key.nullable(),
  file: file.extend({ bytes: z.int() }),
})

export type Manifest = z.infer<typeof manifest>
export type AssessmentSeal = z.infer<typeof assessmentSeal>
