import type { Protocol } from 'puppeteer-core'
import type { Access } from '../model.ts'

/** What lets the visitor in where the public is not: for the site's own origin, and for the proxy. */
export interface Credentials {
  /** Whether anybody may ask for a name and password. */
  readonly areAskedFor: boolean
  /** All headers of a request that is given some of ours; `null` when it is let on as it is. */
  headersOf(request: Protocol.Network.Request): Protocol.Fetch.HeaderEntry[] | null
  answer(event: Protocol.Fetch.AuthRequiredEvent): Protocol.Fetch.AuthChallengeResponse
}

export function credentialsOf(site: string, { basicAuth, headers, proxy }: Access): Credentials {
  const own = Object.entries(headers)
  const names = new Set(own.map(([name]) => name.toLowerCase()))
  const proxyAuth = proxyCredentials(proxy)
  const asked = new Set<string>()
  return {
    areAskedFor: basicAuth !== null || proxyAuth !== null,
    headersOf: (request) => {
      if (own.length === 0 || URL.parse(request.url)?.origin !== site) return null
      const others = Object.entries(request.headers).filter(([name]) => !names.has(name.toLowerCase()))
      return [...others, ...own].map(([name, value]) => ({ name, value }))
    },
    answer: ({ requestId, authChallenge: { source, origin } }) => {
      const given = source === 'Proxy' ? proxyAuth : origin === site ? basicAuth : null
      // Who asks twice did not like the answer.
      const isNew = !asked.has(requestId + source)
      asked.add(requestId + source)
      return given && isNew ? { response: 'ProvideCredentials', ...given } : { response: 'Default' }
    },
  }
}

function proxyCredentials(proxy: string | null): { readonly username: string; readonly password: string } | null {
  const { username = '', password = '' } = URL.parse(proxy ?? '') ?? {}
  return username === '' ? null : { username: decodeURIComponent(username), password: decodeURIComponent(password) }
}
