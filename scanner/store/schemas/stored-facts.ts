import * as z from 'zod'
import type { CookieFact, CookieWriteFact, StorageFact, StorageWriteFact } from '../../model.ts'
import { stackFrame } from './request-fact.ts'
import { sha256 } from './words.ts'

const storedValue = {
  valueSha256: sha256,
  bytes: z.int(),
  identifierLike: z.boolean(),
  value: z.string().nullable(),
}

const cookieAttributes = {
  name: z.string(),
  domain: z.string(),
  path: z.string(),
  partitionKey: z.string().nullable(),
  lifetimeDays: z.number().nullable(),
  httpOnly: z.boolean(),
  secure: z.boolean(),
  sameSite: z.enum(['Strict', 'Lax', 'None']).nullable(),
}

const storageItem = {
  area: z.enum(['local', 'session', 'indexeddb', 'cache', 'service-worker']),
  origin: z.string(),
  key: z.string(),
}

/** A cookie as it was set, deleted or refused. */
export const cookieWrite = z.object({
  kind: z.literal('cookie-write'),
  ...cookieAttributes,
  ...storedValue,
  setBy: z.enum(['http', 'script']),
  effect: z.enum(['set', 'deleted', 'refused']),
  refusedBecause: z.string().nullable(),
  requestId: z.string().nullable(),
  stack: z.array(stackFrame),
}) satisfies z.ZodType<CookieWriteFact>

/** A cookie found at the end of a step. */
export const cookie = z.object({
  kind: z.literal('cookie'),
  ...cookieAttributes,
  ...storedValue,
}) satisfies z.ZodType<CookieFact>

/** A storage item as it was set or deleted. */
export const storageWrite = z.object({
  kind: z.literal('storage-write'),
  ...storageItem,
  ...storedValue,
  effect: z.enum(['set', 'deleted']),
  stack: z.array(stackFrame),
}) satisfies z.ZodType<StorageWriteFact>

/** A storage item found at the end of a step. */
export const storage = z.object({
  kind: z.literal('storage'),
  ...storageItem,
  entries: z.int().nullable(),
  ...storedValue,
}) satisfies z.ZodType<StorageFact>
