import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Preview } from './service/previews.ts'

/** An answer to a window's request for a page or a part of one; the same under http:// and app://. */
export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export type WindowPages = (pathname: string) => Promise<PageAnswer>

/** The built renderer and the previews of reports. Only names that were found in its own folder are ever read. */
export async function windowPages(preview: (id: string) => Preview | null, connect: string): Promise<WindowPages> {
  const files = await filesIn(RENDERER)
  return async (pathname) => {
    const id = /^\/preview\/([0-9a-f]{32})$/.exec(pathname)?.[1]
    if (id !== undefined) return previewAnswer(preview(id))
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    const file = files.get(name)
    if (file === undefined) return plain(404, 'There is nothing here.')
    const body = await readFile(file)
    return name === 'index.html' ? indexAnswer(body, connect) : fileAnswer(name, body)
  }
}

/** The same for a scheme of our own, which knows one name. */
export function schemeAnswers(pages: WindowPages): (request: { readonly url: string }) => Promise<Response> {
  return async ({ url }) => {
    const { host, pathname } = new URL(url)
    const { status, headers, body } = await pages(host === 'ui' ? pathname : '/nowhere')
    return new Response(new Uint8Array(body), { status, headers })
  }
}

/** True once `npm run build` has been there. */
export async function isRendererBuilt(): Promise<boolean> {
  return (await filesIn(RENDERER)).has('index.html')
}

const RENDERER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../out/renderer' : '../renderer', import.meta.url),
)

async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).replaceAll(sep, '/'), path]),
  )
}

/** Styles that libraries write into the page carry a word that is another one each time. */
function indexAnswer(body: Buffer, connect: string): PageAnswer {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${connect}`.trim(),
    "frame-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ')
  return {
    status: 200,
    headers: {
      ...COMMON,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
    },
    body: Buffer.from(body.toString('utf8').replaceAll('%NONCE%', nonce)),
  }
}

/** Their names change with what is in them. */
function fileAnswer(name: string, body: Buffer): PageAnswer {
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  return {
    status: 200,
    headers: { ...COMMON, 'content-type': type, 'cache-control': 'max-age=31536000, immutable' },
    body,
  }
}

/** A report brings a policy of its own; whatever it holds, it runs nothing and reaches nothing. */
function previewAnswer(preview: Preview | null): PageAnswer {
  if (preview === null) return plain(404, 'This preview is gone; ask for it again.')
  return {
    status: 200,
    headers: {
      ...COMMON,
      'content-type': `${preview.mediaType}; charset=utf-8`,
      'content-security-policy':
        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'cache-control': 'no-store',
    },
    body: preview.bytes,
  }
}

function plain(status: number, text: string): PageAnswer {
  return { status, headers: { ...COMMON, 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(text) }
}

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}
