import * as z from 'zod'
import { hostMap, proxy } from './addresses.ts'
import { line, oneOf, section, text } from './checks.ts'
import { told } from '../said.ts'

const certificates = section({
  acceptInvalid: z.boolean().default(false),
  trust: line.nullable().default(null).describe('PEM file of a certificate authority, relative to the plan file.'),
}).refine(({ acceptInvalid, trust }) => !acceptInvalid || trust === null, {
  error: told`acceptInvalid and trust exclude each other; keep one`,
})

const headers = z.record(
  text(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, told`the name of a header`).refine((name) => !OWN.has(name.toLowerCase()), {
    error: told`this header is the browser's own; leave it out`,
  }),
  text(/^[\x20-\x7e]+$/, told`one line of plain characters`),
)

/** What the browser writes itself, and what a scan must see as the browser would write it. */
const OWN = new Set(['host', 'cookie', 'content-length', 'connection', 'origin', 'referer', 'user-agent', 'sec-gpc'])

/** How the scan reaches the site. */
export const access = section({
  hostMap: hostMap.default({}).describe('Host name or * -> host:port, to reach a staging server.'),
  certificates: certificates.prefault({}),
  thirdPartyCookies: oneOf(['allow', 'block']).default('allow'),
  basicAuth: section({ username: line, password: line })
    .nullable()
    .default(null)
    .describe("What the site's own origin asks for; never written into the evidence."),
  headers: headers
    .default({})
    .describe("Sent to the site's own origin only; their values are never written into the evidence."),
  proxy: proxy.nullable().default(null).describe('http://host:port, https:// or socks5://; never written down.'),
}).describe('How the scan reaches the site.')
