import * as z from 'zod'
import { text } from './checks.ts'
import { found } from './words.ts'
import { told } from '../said.ts'

/** Where a step goes: a web address, or a path of the site. A bare word is refused, for `shop.example` would become a path. */
export const address = safe(
  text(
    /^(https?:\/\/[^\s]|\/|\.{1,2}\/|\?)/,
    told`an address: begin with http:// or https://, or with / for a page of the site`,
  ),
)

export const site = safe(
  text(/^https?:\/\/[^\s/?#]+\/?$/, told`an origin such as https://shop.example (no path; paths belong to the steps)`),
)

/** A name and password may stand in the address of a proxy; SOCKS in Chromium knows none. */
export const proxy = text(
  /^((https?:\/\/([^\s/@:]+:[^\s/@]*@)?)|socks5:\/\/)([a-zA-Z0-9.-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}\/?$/,
  told`a proxy such as http://host:8080 or socks5://host:1080 (a name and password only with http and https)`,
)

/** Host name or `*` -> `host:port`. The patterns also keep out what would be a second rule on the browser's command line. */
export const hostMap = z.record(
  text(/^(\*|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/, told`a host name in lower case, or "*" for all of them`),
  text(/^([a-zA-Z0-9.-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}$/, told`host:port, such as 127.0.0.1:8443`).refine(hasPort, {
    error: ({ input }) => told`${found(input)} has no port between 1 and 65535`,
  }),
)

function safe(form: z.ZodString) {
  return form
    .refine((url) => URL.canParse(url, ANY_SITE), {
      error: ({ input }) => told`${found(input)} is no valid address`,
      abort: true,
    })
    .refine((url) => !carriesPassword(url), {
      error: told`the address carries a user name or password, which would be kept as evidence; take it out`,
    })
}

const ANY_SITE = 'https://site.example'

function carriesPassword(url: string): boolean {
  const { username, password } = new URL(url, ANY_SITE)
  return username !== '' || password !== ''
}

function hasPort(target: string): boolean {
  const port = Number(target.slice(target.lastIndexOf(':') + 1))
  return port >= 1 && port <= 65_535
}
