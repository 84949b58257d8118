import * as z from 'zod'

/** HAR 1.2 as its specification has it: what it requires is required, and what it does not know begins with `_`. */
const utc = z.iso.datetime({ offset: true })
const comment = z.string().optional()
const size = z.int().min(-1)
const named = shaped({ name: z.string(), value: z.string(), comment })

/** No fields but these and those of a dialect. */
function shaped<S extends z.ZodRawShape>(shape: S) {
  return z.looseObject(shape).superRefine((value, { addIssue }) => {
    for (const key of Object.keys(value))
      if (!(key in shape) && !key.startsWith('_')) addIssue(`HAR 1.2 has no field ${key} here`)
  })
}

const cookie = shaped({
  name: z.string(),
  value: z.string(),
  path: z.string().optional(),
  domain: z.string().optional(),
  expires: utc.optional(),
  httpOnly: z.boolean().optional(),
  secure: z.boolean().optional(),
  // Not in the standard of 2012, but in what every browser writes.
  sameSite: z.enum(['Strict', 'Lax', 'None']).optional(),
  comment,
})

const param = shaped({
  name: z.string(),
  value: z.string().optional(),
  fileName: z.string().optional(),
  contentType: z.string().optional(),
  comment,
})

const request = shaped({
  method: z.string().regex(/^[A-Z]+$/),
  url: z.url(),
  httpVersion: z.string().min(1),
  cookies: z.array(cookie),
  headers: z.array(named),
  queryString: z.array(named),
  postData: shaped({ mimeType: z.string(), params: z.array(param), text: z.string(), comment }).optional(),
  headersSize: size,
  bodySize: size,
  comment,
})

const response = shaped({
  status: z.int().min(0).max(599),
  statusText: z.string(),
  httpVersion: z.string().min(1),
  cookies: z.array(cookie),
  headers: z.array(named),
  content: shaped({
    size: z.int(),
    compression: z.int().optional(),
    mimeType: z.string(),
    text: z.string().optional(),
    encoding: z.string().optional(),
    comment,
  }),
  redirectURL: z.string(),
  headersSize: size,
  bodySize: size,
  comment,
})

const optionalTime = z.number().min(-1).optional()
const timings = shaped({
  blocked: optionalTime,
  dns: optionalTime,
  connect: optionalTime,
  ssl: optionalTime,
  send: z.number().min(0),
  wait: z.number().min(0),
  receive: z.number().min(0),
  comment,
})

const maker = shaped({ name: z.string().min(1), version: z.string(), comment })

export const harSchema = shaped({
  log: shaped({
    version: z.literal('1.2'),
    creator: maker,
    browser: maker.optional(),
    pages: z
      .array(
        shaped({
          startedDateTime: utc,
          id: z.string().min(1),
          title: z.string(),
          pageTimings: shaped({ onContentLoad: optionalTime, onLoad: optionalTime, comment }),
          comment,
        }),
      )
      .refine((pages) => new Set(pages.map(({ id }) => id)).size === pages.length, 'page ids are unique'),
    entries: z.array(
      shaped({
        pageref: z.string().optional(),
        startedDateTime: utc,
        time: z.number().min(0),
        request,
        response,
        cache: shaped({ comment }),
        timings,
        serverIPAddress: z.string().optional(),
        connection: z.string().optional(),
        comment,
      }),
    ),
    comment,
  }).refine(
    ({ pages, entries }) => entries.every(({ pageref }) => pages.some(({ id }) => id === pageref)),
    'every entry is on a page',
  ),
})
