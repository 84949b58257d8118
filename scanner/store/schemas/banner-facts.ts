import * as z from 'zod'
import type { BannerInterfaceFact, PrivacyControlsFact } from '../../model.ts'
import { buttonMeaning, sha256, viewport } from './words.ts'

const rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const colour = z.string().nullable()

const control = z.object({
  text: z.string(),
  meaning: buttonMeaning,
  role: z.enum(['button', 'link']),
  looks: z.enum(['button', 'link']),
  rect,
  inView: z.boolean(),
  fontSizePx: z.number(),
  fontWeight: z.number(),
  textColour: colour,
  background: colour,
  contrast: z.number().nullable(),
  fillContrast: z.number().nullable(),
  unknownBecause: z.string().nullable(),
  border: z.object({ widthPx: z.number(), colour }).nullable(),
  underlined: z.boolean(),
  focusPlace: z.int().nullable(),
})

const toggle = z.object({
  label: z.string(),
  isOn: z.boolean(),
  isLocked: z.boolean(),
  saysNecessary: z.boolean(),
  saysLegitimateInterest: z.boolean(),
  rect,
})

const link = z.object({
  what: z.enum(['policy', 'imprint', 'vendors']),
  text: z.string(),
  url: z.string().nullable(),
})

/** One layer of the banner, measured. */
export const bannerInterface = z.object({
  kind: z.literal('banner-interface'),
  cmp: z.string(),
  layer: z.int().min(1),
  text: z.string(),
  rect,
  viewport,
  viewportShare: z.number(),
  blocking: z.object({ modal: z.boolean(), veiled: z.number(), scrollLocked: z.boolean() }),
  controls: z.array(control),
  toggles: z.array(toggle),
  links: z.array(link),
  pictureSha256: sha256.nullable(),
}) satisfies z.ZodType<BannerInterfaceFact>

/** What a page offers about privacy outside of any banner. */
export const privacyControls = z.object({
  kind: z.literal('privacy-controls'),
  url: z.string(),
  controls: z.array(
    z.object({
      what: z.enum(['consent', 'opt-out', 'choices', 'limit-sensitive', 'policy', 'imprint']),
      text: z.string(),
      url: z.string().nullable(),
      isPinned: z.boolean(),
      rect,
    }),
  ),
}) satisfies z.ZodType<PrivacyControlsFact>
