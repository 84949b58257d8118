import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { makeCertificates } from '../../scanner/lab/certificates.ts'
import { openFrontDoor } from '../../scanner/lab/front-door.ts'
import { numbersFrom, pictureOf, scriptOf, styleOf } from './weighty-content.ts'

export interface WeightyFunnel {
  readonly httpsAddress: string
  readonly urls: readonly string[]
  /** Requests and bytes that were answered since the last time this was asked. */
  weight(): { readonly requests: number; readonly bytes: number }
  close(): Promise<void>
}

/**
 * Five pages as heavy as those of ordinary funnels, made anew on every start and the same each time. By the HTTP
 * Archive's medians of 2025 a page weighs about 2.6 MB over 70 to 75 requests, of which 0.6 to 0.7 MB are scripts; a
 * funnel's pages carry more tags than most. Nothing may be cached, so each page has its full weight.
 */
export async function startWeightyFunnel(): Promise<WeightyFunnel> {
  const files = new Map([...(await fonts()), ...STYLES, ...ALL_SCRIPTS.map(fileOf), ...PICTURES])
  let [requests, bytes] = [0, 0]
  const certificates = await makeCertificates([HOST, CDN, ...VENDOR_HOSTS, ...FRAME_HOSTS], () => new Date())
  const door = await openFrontDoor({
    ports: [0],
    certificates,
    listener: () => (request, response) => {
      const url = new URL(`https://${request.headers.host ?? ''}${request.url ?? '/'}`)
      const { type, body } = answerTo(url, files)
      requests++
      bytes += body.length
      request.resume()
      response.writeHead(200, {
        'content-type': type,
        'content-length': body.length,
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
        ...(type === 'text/html' ? { 'set-cookie': `visit_${url.hostname.length}=1; path=/; secure; samesite=none` } : {}),
      })
      response.end(body)
    },
    upgrade: (_scheme, _request, socket) => socket.destroy(),
  })
  return {
    httpsAddress: door.addresses[0] ?? '',
    urls: STEPS.map((step) => `https://${HOST}/${step}`),
    weight: () => {
      const told = { requests, bytes }
      requests = bytes = 0
      return told
    },
    close: () => door.close(),
  }
}

interface File {
  readonly type: string
  readonly body: Buffer
}

const HOST = 'weighty.lab.example'
const CDN = 'assets.builder.example'
const VENDOR_HOSTS = Array.from({ length: 9 }, (_, index) => `tag${index}.vendor${index}.example`)
const FRAME_HOSTS = ['player.video.example', 'pay.wallet.example', 'box.chat.example']
const STEPS = ['optin', 'thank-you', 'sales', 'checkout', 'upsell']

interface Script {
  readonly path: string
  readonly kilobytes: number
  readonly ending: string
}

/** What the page builder's own pages load in their order, with libraries and a bundle among them. */
const OWN: readonly Script[] = [90, 30, 60, 180, 45, 25, 40, 20].map((kilobytes, index) => ({
  path: `/own${index}.js`,
  kilobytes,
  ending: index === 3 ? BUILDS_THE_PAGE() : '',
}))

/** What a container brings: each looks at the visitor, remembers it and sends word of it. */
const TAGS: readonly Script[] = [95, 110, 60, 35, 15, 45, 25, 70, 20, 30, 12, 55, 18, 22].map((kilobytes, index) => ({
  path: `/tag${index}.js`,
  kilobytes,
  ending: tells(VENDOR_HOSTS[index % VENDOR_HOSTS.length] ?? '', index),
}))

const CONTAINER: Script = {
  path: '/container.js',
  kilobytes: 85,
  ending: `${JSON.stringify(TAGS.map(({ path }, index) => `https://${VENDOR_HOSTS[index % VENDOR_HOSTS.length]}${path}`))}.forEach(function(u){var s=d.createElement('script');s.async=true;s.src=u;d.head.appendChild(s)})`,
}

const IN_FRAMES: readonly Script[] = [140, 60].map((kilobytes, index) => ({
  path: `/frame${index}.js`,
  kilobytes,
  ending: `w.localStorage.setItem('frame${index}','1')`,
}))

const ALL_SCRIPTS = [...OWN, ...TAGS, CONTAINER, ...IN_FRAMES]

function BUILDS_THE_PAGE(): string {
  return `for(var i=0;i<60;i++){var e=d.createElement('section');e.className='c'+i;e.innerHTML='<h3>Part '+i+'</h3><p>What this part says.</p><a href="#'+i+'">More</a>';d.body.appendChild(e)}w.localStorage.setItem('builder',String(i))`
}

function tells(host: string, index: number): string {
  const about = `'?n=${navigatorParts(index)}`
  return `var id='${index}.'+w.navigator.userAgent.length+'.'+w.screen.width;d.cookie='_tag${index}='+id+'; path=/; max-age=31536000';w.localStorage.setItem('tag${index}',id);w.addEventListener('scroll',function(){},{passive:true});new Image().src='https://${host}/pixel${index}.gif${about.slice(1)}'+encodeURIComponent(id);${index % 2 === 0 ? `w.fetch('https://${host}/collect${index}',{method:'POST',mode:'no-cors',keepalive:true,body:JSON.stringify({id:id,url:w.location.href})})` : `w.navigator.sendBeacon('https://${host}/beacon${index}',id)`}`
}

const navigatorParts = (index: number): string => `${index}&id=`

const fileOf = ({ path, kilobytes, ending }: Script, seed: number): [string, File] => [
  path,
  { type: 'text/javascript', body: Buffer.from(scriptOf(kilobytes * 1024, seed + 1, ending)) },
]

const STYLES: readonly [string, File][] = [110, 60, 35].map((kilobytes, index) => [
  `/style${index}.css`,
  { type: 'text/css', body: Buffer.from(`${index === 0 ? FONT_FACES() : ''}${styleOf(kilobytes * 1024, index + 77)}`) },
])

function FONT_FACES(): string {
  return FONTS.map(
    (_, index) => `@font-face{font-family:F${index};src:url(https://${CDN}/font${index}.woff2)}.f${index}{font-family:F${index}}\n`,
  ).join('')
}

const PICTURES: readonly [string, File][] = Array.from({ length: 24 }, (_, index) => [
  `/picture${index}.png`,
  { type: 'image/png', body: pictureOf(130 + ((index * 37) % 130), index + 5) },
])

const FONTS = ['latin-wght-normal', 'latin-wght-italic', 'latin-ext-wght-normal']

async function fonts(): Promise<readonly [string, File][]> {
  const folder = createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json')
  return Promise.all(
    FONTS.map(async (name, index): Promise<[string, File]> => {
      const body = await readFile(folder.replace('package.json', `files/inter-${name}.woff2`))
      return [`/font${index}.woff2`, { type: 'font/woff2', body }]
    }),
  )
}

function answerTo(url: URL, files: ReadonlyMap<string, File>): File {
  const file = files.get(url.pathname)
  if (file) return file
  if (url.hostname === HOST) return { type: 'text/html', body: Buffer.from(pageOf(url.pathname)) }
  if (FRAME_HOSTS.includes(url.hostname) && url.pathname === '/') return { type: 'text/html', body: FRAME }
  return { type: 'image/gif', body: PIXEL }
}

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const FRAME = Buffer.from(
  `<!doctype html><title>frame</title><style>${styleOf(8_000, 9)}</style><p class=c1>Press play</p>${IN_FRAMES.map(({ path }) => `<script src="${path}"></script>`).join('')}`,
)

function pageOf(path: string): string {
  const next = numbersFrom(path.length)
  const parts = Array.from({ length: 180 }, (_, index) => {
    const picture = index % 8 === 0 ? `<img alt="" width=200 height=140 src="https://${CDN}/picture${index / 8}.png">` : ''
    return `<div class="c${index} c${Math.floor(next() * 400)}"><h2 class=f${index % 3}>Offer ${index}</h2>${picture}<p>Words about offer ${index}, as long as such words are. <a href="#o${index}">Read on</a></p><ul><li>One<li>Two</ul></div>`
  })
  return `<!doctype html><html lang=en><head><meta charset=utf-8><title>${path.slice(1)}</title>
${STYLES.map(([file]) => `<link rel=stylesheet href="https://${CDN}${file}">`).join('\n')}
<script>${scriptOf(6_000, 3, 'w.dataLayer=[{event:"start"}]')}</script>
<script async src="https://${VENDOR_HOSTS[0]}${CONTAINER.path}"></script></head><body>
<div style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px" id=cookie-banner role=dialog><p>We use cookies to measure and to advertise.</p><button>Accept all</button><button>Reject all</button></div>
${parts.join('\n')}
${FRAME_HOSTS.map((host) => `<iframe width=400 height=240 src="https://${host}/"></iframe>`).join('\n')}
${OWN.map(({ path: file }) => `<script src="https://${CDN}${file}"></script>`).join('\n')}
<script>${scriptOf(4_000, 4, '')}</script></body></html>`
}
