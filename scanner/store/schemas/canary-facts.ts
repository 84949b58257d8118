import * as z from 'zod'

/** A value of the canary's, found where it went. */
export const canarySeen = z.object({
  kind: z.literal('canary-seen'),
  what: z.enum(['email', 'phone', 'first-name', 'last-name', 'click-id']),
  clickId: z.string().nullable(),
  encoding: z.enum([
    'plain',
    'case-folded',
    'url',
    'base64',
    'md5-hex',
    'md5-base64',
    'sha1-hex',
    'sha1-base64',
    'sha256-hex',
    'sha256-base64',
    'sha512-hex',
    'sha512-base64',
  ]),
  where: z.enum(['url', 'header', 'body', 'cookie', 'storage', 'socket']),
  host: z.string(),
  requestId: z.string().nullable(),
  key: z.string().nullable(),
  beforeSubmit: z.boolean(),
})

/** What DNS says a subdomain of the site stands for. */
export const cname = z.object({ kind: z.literal('cname'), host: z.string(), chain: z.array(z.string()) })

/** A field the visitor filled in, and where it stands. */
export const filled = z.object({
  kind: z.literal('filled'),
  field: z.string(),
  what: z.enum(['email', 'phone', 'first-name', 'last-name', 'name', 'words']),
  where: z.enum(['page', 'frame', 'window']),
  url: z.string(),
})
