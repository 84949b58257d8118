import * as z from 'zod'
import type {
  ButtonMeaning,
  Category,
  ConsentState,
  Goal,
  Moment,
  Party,
  Phase,
  Severity,
  StateVerdict,
  StepRole,
} from '../../model.ts'
import { CONSENT_STATES } from '../../states.ts'

/** The closed lists of words of the public format. */
export const consentState = z.enum(CONSENT_STATES) satisfies z.ZodType<ConsentState>
export const moment = z.enum([...consentState.options, 'choosing']) satisfies z.ZodType<Moment>
export const phase = z.enum(['load', 'idle', 'scroll', 'input', 'leave']) satisfies z.ZodType<Phase>
export const stepRole = z.enum([
  'landing',
  'opt-in',
  'thank-you',
  'sales',
  'checkout',
  'upsell',
  'page',
]) satisfies z.ZodType<StepRole>
export const goal = z.enum(['opt-in', 'page-visit', 'purchase']) satisfies z.ZodType<Goal>
export const category = z.enum([
  'necessary',
  'functional',
  'analytics',
  'marketing',
  'unclassified',
]) satisfies z.ZodType<Category>
export const party = z.enum(['first', 'third', 'first-disguised']) satisfies z.ZodType<Party>
export const severity = z.enum(['info', 'low', 'medium', 'high', 'critical']) satisfies z.ZodType<Severity>
export const fate = z.enum(['attempted', 'sent', 'answered', 'failed', 'blocked'])
export const buttonMeaning = z.enum([
  'accept',
  'reject',
  'settings',
  'save',
  'acknowledge',
  'other',
]) satisfies z.ZodType<ButtonMeaning>
export const stateVerdict = z.enum([
  'proven',
  'inconclusive',
  'no-banner',
  'not-offered',
]) satisfies z.ZodType<StateVerdict>
export const ended = z.enum(['complete', 'cancelled', 'failed']).nullable()
export const thirdPartyCookies = z.enum(['allow', 'block'])

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** From 1. */
export const run = z.int().min(1)
/** ISO 8601 in UTC. */
export const utc = z.iso.datetime()
export const viewport = z.object({ width: z.int(), height: z.int() })
export const textByName = z.record(z.string(), z.string())
export const version = z.object({ version: z.string() })
export const tool = version.extend({ name: z.literal('tagtrail') })
export const file = z.object({ path: z.string(), sha256 })
