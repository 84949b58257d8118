import { actScript } from './act-runtime.ts'
import type { Endpoint } from './endpoints.ts'
import type { CookieSpec } from './model.ts'
import { forClient } from './site-acts.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: string | Buffer
  /** The answer begins and never ends. */
  readonly isEndless: boolean
}

export interface Asked {
  /** Cookies the browser sent, by name. */
  readonly cookies: ReadonlyMap<string, string>
  readonly origin: string | null
  readonly randomId: () => string
}

/** What the lab says at an endpoint: nothing may be cached, every script may read its answer. */
export function replyOf(endpoint: Endpoint, asked: Asked): Reply {
  const given = endpoint.answer.cookies
    .filter(({ name, write }) => write === 'always' || !asked.cookies.has(name))
    .map((spec) => ({ spec, value: spec.value.replaceAll('{id}', () => asked.randomId()) }))
  const headers = {
    ...(endpoint.answer.kind === 'closed' ? {} : openTo(asked.origin)),
    'cache-control': 'no-store',
    ...(given.length === 0 ? {} : { 'set-cookie': given.map(({ spec, value }) => setCookie(spec, value)) }),
  }
  const values = new Map([...asked.cookies, ...given.map(({ spec, value }) => [spec.name, value] as const)])
  const { status, type, body, location, policy } = contentOf(endpoint, values)
  return {
    status,
    headers: {
      ...headers,
      ...(type && { 'content-type': type }),
      ...(location && { location }),
      ...(policy && { 'content-security-policy': policy }),
    },
    body,
    isEndless: endpoint.answer.kind === 'endless',
  }
}

/** Answers a preflight, and lets a page of any origin read what it fetched with credentials. */
export function openTo(origin: string | null): Record<string, string> {
  if (origin === null) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  }
}

interface Content {
  readonly status: number
  readonly type?: string
  readonly location?: string
  readonly policy?: string | null
  readonly body: string | Buffer
}

function contentOf(endpoint: Endpoint, values: ReadonlyMap<string, string>): Content {
  const { answer } = endpoint
  switch (answer.kind) {
    case 'page': {
      const body = answer.html.replaceAll(/\{cookie:(\w+)\}/g, (_whole, name: string) => values.get(name) ?? '')
      return { status: 200, type: 'text/html; charset=utf-8', body, policy: answer.policy }
    }
    case 'script':
      return { status: 200, type: 'text/javascript; charset=utf-8', body: scriptOf(endpoint) }
    case 'frame':
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: FRAME.replace('{script}', () => scriptOf(endpoint)),
      }
    case 'file':
      return { status: 200, type: `${answer.type}; charset=utf-8`, body: answer.text }
    case 'pixel':
      return { status: 200, type: 'image/gif', body: PIXEL }
    case 'redirect':
      return { status: 302, location: answer.to.url, body: '' }
    case 'nothing':
      return { status: 204, body: '' }
    case 'endless':
      return { status: 200, type: answer.type, body: answer.text }
    case 'closed':
      return { status: 200, type: 'text/plain', body: 'for my own pages only' }
    case 'unasked':
      return { status: 500, type: 'text/plain', body: 'no browser should have asked for this' }
    default:
      return answer satisfies never
  }
}

const FRAME = `<!doctype html><link rel="icon" href="data:,"><title>embedded</title><body><script>{script}</script></body>`
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

function scriptOf(endpoint: Endpoint): string {
  return actScript([...endpoint.acts].map(([site, acts]) => ({ site, acts: forClient(acts) })))
}

function setCookie(spec: CookieSpec, value: string): string {
  return [
    `${spec.name}=${value}`,
    `Path=${spec.path}`,
    spec.domain === null ? null : `Domain=${spec.domain}`,
    spec.days === null ? null : `Max-Age=${Math.round(spec.days * 86_400)}`,
    spec.httpOnly ? 'HttpOnly' : null,
    spec.secure ? 'Secure' : null,
    spec.sameSite === null ? null : `SameSite=${spec.sameSite}`,
    spec.partitioned ? 'Partitioned' : null,
  ]
    .filter((part) => part !== null)
    .join('; ')
}
