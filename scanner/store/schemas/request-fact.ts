import * as z from 'zod'
import type { RequestFact } from '../../model.ts'
import { fate, sha256, textByName } from './words.ts'

/** One call of a script, as in stacks of requests, cookie writes and storage writes. */
export const stackFrame = z.object({ function: z.string(), url: z.string(), line: z.number(), column: z.number() })

export const initiator = z.object({
  type: z.string(),
  url: z.string().nullable(),
  line: z.number().nullable(),
  stack: z.array(stackFrame),
})

export const target = z.object({ targetId: z.string(), type: z.string(), url: z.string() })

/** One hop of one request. */
export const request = z.object({
  kind: z.literal('request'),
  requestId: z.string(),
  url: z.string(),
  method: z.string(),
  resourceType: z.string(),
  fate,
  status: z.int().nullable(),
  failure: z.string().nullable(),
  fromCache: z.boolean(),
  headers: textByName,
  responseHeaders: textByName,
  bodySha256: sha256.nullable(),
  bodyNames: z.array(z.string()).optional(),
  initiator,
  target,
  frameId: z.string().nullable(),
  redirectedFrom: z.string().nullable(),
}) satisfies z.ZodType<RequestFact>
