import * as z from 'zod'
import type { Observation } from '../../model.ts'
import { bannerInterface, privacyControls } from './banner-facts.ts'
import { banner, choice } from './choice-facts.ts'
import { cookie, cookieWrite, storage, storageWrite } from './stored-facts.ts'
import { pageMarks } from './page-marks.ts'
import { canarySeen, cname, filled } from './canary-facts.ts'
import { declaration } from './declaration-facts.ts'
import { initiator, request, stackFrame, target } from './request-fact.ts'
import { pageErrors, players } from './working-facts.ts'
import { consentState, moment, phase, run, sha256, utc } from './words.ts'

const stamp = {
  id: z.string(),
  run,
  journey: consentState,
  state: moment,
  stepId: z.string(),
  phase,
  at: z.number(),
  utc,
}

const page = z.object({
  kind: z.literal('page'),
  requestedUrl: z.string().nullable(),
  url: z.string(),
  status: z.int().nullable(),
  title: z.string(),
  quiet: z.boolean(),
})

const signal = z.object({ kind: z.literal('signal'), standard: z.string(), raw: z.string(), where: z.string() })

const screenshot = z.object({
  kind: z.literal('screenshot'),
  path: z.string(),
  sha256,
  of: z.enum(['step', 'banner', 'after-choice']),
})

const socket = z.object({
  kind: z.literal('socket'),
  protocol: z.enum(['websocket', 'webtransport']),
  url: z.string(),
  isEstablished: z.boolean(),
  framesSent: z.int().nullable(),
  framesReceived: z.int().nullable(),
  firstSent: z.string().nullable(),
  firstReceived: z.string().nullable(),
  initiator,
  target,
})

const apiCall = z.object({
  kind: z.literal('api-call'),
  api: z.string(),
  origin: z.string().nullable(),
  count: z.int(),
  stack: z.array(stackFrame),
})

/** One line of `observations.ndjson`: a stamp, and the fact it was put on. */
export const observation = z.discriminatedUnion('kind', [
  request.extend(stamp),
  cookieWrite.extend(stamp),
  cookie.extend(stamp),
  storageWrite.extend(stamp),
  storage.extend(stamp),
  page.extend(stamp),
  banner.extend(stamp),
  choice.extend(stamp),
  signal.extend(stamp),
  screenshot.extend(stamp),
  socket.extend(stamp),
  apiCall.extend(stamp),
  canarySeen.extend(stamp),
  filled.extend(stamp),
  cname.extend(stamp),
  pageMarks.extend(stamp),
  bannerInterface.extend(stamp),
  privacyControls.extend(stamp),
  declaration.extend(stamp),
  pageErrors.extend(stamp),
  players.extend(stamp),
]) satisfies z.ZodType<Observation>
