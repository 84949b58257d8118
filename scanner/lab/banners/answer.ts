import type { Reply } from '../answers.ts'
import type { BannerFile, BannerSite } from './model.ts'
import { packageFile } from './packages.ts'
import { filesOf } from './page.ts'
import { BANNER_DOMAIN, hostOf } from './site.ts'

/** What the banner lab says at an address; `null` where it has nothing to say. */
export type BannerAnswers = (url: URL, visitor: BannerVisitor) => Reply | null

export interface BannerVisitor {
  readonly isKnown: boolean
  readonly randomId: () => string
}

/** Holds the visitor together on the server's side, so that its log tells who did what. */
export const VISITOR_COOKIE = 'lab_visitor'

export function bannerAnswers(sites: readonly BannerSite[]): BannerAnswers {
  const found = new Map<string, Served>()
  for (const site of sites) {
    for (const [place, file] of Object.entries(filesOf(site))) {
      found.set(new URL(place, `https://${hostOf(site)}`).href, { file, policy: site.policy })
    }
  }
  return (url, visitor) => {
    const served = found.get(url.origin + url.pathname + url.search) ?? found.get(url.origin + url.pathname)
    if (served) return fileReply(served, visitor)
    if (url.hostname.endsWith(`.${BANNER_DOMAIN}`)) return ownReply(url)
    if (url.hostname === 'region1.google-analytics.com') return { ...EMPTY, status: 204 }
    if (url.hostname === 'www.facebook.com')
      return { ...EMPTY, headers: { ...EMPTY.headers, 'content-type': 'image/gif' }, body: PIXEL }
    return null
  }
}

interface Served {
  readonly file: BannerFile
  readonly policy: string | null
}

function fileReply({ file, policy }: Served, visitor: BannerVisitor): Reply {
  const isPage = file.type === 'text/html'
  return {
    status: 200,
    headers: {
      'cache-control': 'no-store',
      'content-type': `${file.type}; charset=utf-8`,
      ...(isPage && policy !== null ? { 'content-security-policy': policy } : {}),
      ...(isPage && !visitor.isKnown
        ? { 'set-cookie': `${VISITOR_COOKIE}=${visitor.randomId()}; Path=/; Secure; HttpOnly; SameSite=Lax` }
        : {}),
    },
    body: file.text,
    isEndless: false,
  }
}

/** What a page tells of its visitor, and the files of the libraries it uses. */
function ownReply({ pathname }: URL): Reply | null {
  if (pathname === '/lab/did') return { ...EMPTY, status: 204 }
  const [, name, path] = /^\/npm\/((?:@[\w.-]+\/)?[\w.-]+)\/(.+)$/.exec(pathname) ?? []
  const body = name !== undefined && path !== undefined ? packageFile(name, path) : null
  if (body === null) return null
  const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
  return { ...EMPTY, headers: { ...EMPTY.headers, 'content-type': `${type}; charset=utf-8` }, body }
}

const EMPTY: Reply = { status: 200, headers: { 'cache-control': 'no-store' }, body: '', isEndless: false }
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
