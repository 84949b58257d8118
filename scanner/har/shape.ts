import * as z from 'zod'

/**
 * The parts of HAR 1.2 that we read, as exporters really write them: what is missing or of another type counts as
 * absent, because every dialect leaves something out. Only an entry without an address is none.
 */
const text = z.string().catch('')
const number = z.coerce.number().catch(0)
const scalar = z.union([z.string(), z.number().transform(String)]).catch('')
const named = z.object({ name: z.string(), value: scalar })

/** Elements that are of the wrong shape are left out, the others stay. */
function listOf<T>(item: z.ZodType<T>) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((each) => {
        const read = item.safeParse(each)
        return read.success ? [read.data] : []
      }),
    )
}

const cookie = named.extend({
  path: text,
  domain: text,
  expires: z.union([z.string(), z.number()]).nullish().catch(null),
  httpOnly: z.boolean().catch(false),
  secure: z.boolean().catch(false),
  sameSite: text,
})

const callFrame = z.object({ functionName: text, url: text, lineNumber: number, columnNumber: number })

export interface RawStack {
  readonly callFrames: readonly z.output<typeof callFrame>[]
  readonly parent: RawStack | null
}

const stack: z.ZodType<RawStack | null> = z
  .object({ callFrames: listOf(callFrame), parent: z.lazy(() => stack) })
  .nullable()
  .catch(null)

const postData = z
  .object({
    mimeType: text,
    text: z.string().nullish().catch(null),
    params: listOf(named),
    /** Not in the standard; some exporters say here that `text` is base64. */
    encoding: text,
    _encoding: text,
  })
  .transform(({ _encoding: other, ...rest }) => ({ ...rest, isBase64: [rest.encoding, other].includes('base64') }))

export const harEntry = z
  .object({
    pageref: scalar,
    startedDateTime: z.union([z.string(), z.number()]).nullish().catch(null),
    time: number,
    serverIPAddress: text,
    request: z.object({
      method: z.string().catch('GET'),
      url: z.string().min(1),
      headers: listOf(named),
      cookies: listOf(cookie),
      postData: postData.nullish().catch(null),
    }),
    response: z
      .object({
        status: number,
        headers: listOf(named),
        cookies: listOf(cookie),
        redirectURL: text,
        content: z.object({ mimeType: text }).catch({ mimeType: '' }),
        /** Chrome: `net::ERR_...`. */
        _error: text,
      })
      .transform(({ _error: error, ...rest }) => ({ ...rest, error }))
      .catch({ status: 0, headers: [], cookies: [], redirectURL: '', content: { mimeType: '' }, error: '' }),
    /** Chrome. */
    _resourceType: text,
    _fromCache: text,
    /** Safari: `Network Load`, `Memory Cache`, `Disk Cache`. */
    _fetchType: text,
    /** Chrome gives an object, WebPageTest the address alone. */
    _initiator: z
      .union([
        z.string(),
        z.object({
          type: text,
          url: text,
          lineNumber: z.number().nullable().catch(null),
          stack,
        }),
      ])
      .nullish()
      .catch(null),
  })
  .transform(
    ({
      _resourceType: resourceType,
      _fromCache: fromCache,
      _fetchType: fetchType,
      _initiator: initiator,
      ...rest
    }) => ({ ...rest, resourceType, fromCache, fetchType, initiator }),
  )

const maker = z.object({ name: text, version: scalar })

export const harLog = z.object({
  log: z.object({
    creator: maker.nullish().catch(null),
    browser: maker.nullish().catch(null),
    pages: listOf(
      z
        .object({
          id: scalar,
          title: text,
          startedDateTime: z.union([z.string(), z.number()]).nullish().catch(null),
          pageTimings: z.object({ onLoad: z.number().nullish().catch(null) }).catch({ onLoad: null }),
          /** WebPageTest repeats a visit in a fresh profile. */
          _run: z.coerce.number().int().min(1).catch(1),
        })
        .transform(({ _run: run, ...rest }) => ({ ...rest, run })),
    ),
    entries: z.array(z.unknown()),
  }),
})

export type RawEntry = z.output<typeof harEntry>
export type RawLog = z.output<typeof harLog>['log']
export type RawCookie = RawEntry['request']['cookies'][number]
