import * as z from 'zod'
import type { Gap, ObservationKind } from '../../model.ts'
import { consentState, moment, run, utc } from './words.ts'

/** Every kind of observation there is. */
export const observationKind = z.enum([
  'request',
  'cookie-write',
  'cookie',
  'storage-write',
  'storage',
  'page',
  'banner',
  'choice',
  'signal',
  'screenshot',
  'socket',
  'api-call',
  'page-marks',
  'banner-interface',
  'privacy-controls',
  'canary-seen',
  'filled',
  'cname',
  'declaration',
  'page-errors',
  'players',
]) satisfies z.ZodType<ObservationKind>

/** One line of `gaps.ndjson`. */
export const gap = z.object({
  kind: z.enum([
    'never-quiet',
    'step-failed',
    'step-timeout',
    'collector-failed',
    'not-recorded',
    'target-lost',
    'body-dropped',
    'screenshot-failed',
    'browser-crashed',
    'cancelled',
  ]),
  run,
  journey: consentState,
  state: moment,
  stepId: z.string(),
  blinds: z.array(observationKind),
  reason: z.string(),
  utc,
}) satisfies z.ZodType<Gap>
