import * as z from 'zod'
import type { BannerFact, ChoiceFact, Proof } from '../../model.ts'
import { buttonMeaning, category, stateVerdict } from './words.ts'

/** What shows that a choice took, or did not. */
export const proof = z.object({
  kind: z.enum([
    'trusted-click',
    'banner-gone',
    'stored-choice',
    'cmp-state',
    'consent-string',
    'consent-signal',
    'storage-changed',
  ]),
  agrees: z.boolean(),
  detail: z.string(),
}) satisfies z.ZodType<Proof>

/** The consent banner as it was found. */
export const banner = z.object({
  kind: z.literal('banner'),
  cmp: z.string(),
  visible: z.boolean(),
  text: z.string(),
  buttons: z.array(z.object({ text: z.string(), meaning: buttonMeaning, layer: z.int() })),
}) satisfies z.ZodType<BannerFact>

const click = z.object({
  x: z.number(),
  y: z.number(),
  text: z.string(),
  meaning: buttonMeaning,
  trusted: z.boolean(),
  at: z.number(),
})

/** The visitor's choice and its proof. */
export const choice = z.object({
  kind: z.literal('choice'),
  choice: z.enum(['reject', 'accept', 'accept-part', 'withdraw', 'close']),
  allows: z.array(category).default([]),
  verdict: stateVerdict,
  because: z.string(),
  cmp: z.string().nullable(),
  strategy: z.string().nullable(),
  layer: z.int().nullable(),
  clicks: z.array(click),
  scrolls: z.int().default(0),
  tookMs: z.number().nullable().default(null),
  proof: z.array(proof),
}) satisfies z.ZodType<ChoiceFact>
