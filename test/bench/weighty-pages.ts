import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { numbersFrom, pictureOf, scriptOf, styleOf } from './weighty-content.ts'

export interface File {
  readonly type: string
  readonly body: Buffer
}

const HOST = 'weighty.lab.example'
const CDN = 'assets.builder.example'
const VENDORS = Array.from({ length: 9 }, (_, index) => `tag${index}.vendor${index}.example`)
const FRAMES = ['player.video.example', 'pay.wallet.example', 'box.chat.example']

export const weightyHosts: readonly string[] = [HOST, CDN, ...VENDORS, ...FRAMES]

export const weightyUrls: readonly string[] = ['optin', 'thank-you', 'sales', 'checkout', 'upsell'].map(
  (step) => `https://${HOST}/${step}`,
)

/** Five pages as page builders make them, the same on every run: own scripts, a container with its tags, frames. */
export async function weightyPages(): Promise<(url: URL) => File> {
  const files = new Map<string, File>()
  const script = (path: string, kilobytes: number, ending: string): void => {
    const body = Buffer.from(scriptOf(kilobytes * 1024, files.size + 1, ending))
    files.set(path, { type: 'text/javascript', body })
  }
  for (const [index, kilobytes] of OWN_KB.entries()) script(`/own${index}.js`, kilobytes, index === 3 ? BUILDS : '')
  for (const [index, kilobytes] of TAG_KB.entries()) script(`/tag${index}.js`, kilobytes, tagging(index))
  script('/container.js', 85, bringing(TAG_KB.map((_, index) => `https://${vendorOf(index)}/tag${index}.js`)))
  script('/frame0.js', 90, `w.localStorage.setItem('player','1')`)
  script('/frame1.js', 40, `d.cookie='seen=1; path=/; secure; samesite=none'`)
  for (const [index, kilobytes] of STYLE_KB.entries()) {
    const text = `${index === 0 ? FACES : ''}${styleOf(kilobytes * 1024, index + 1)}`
    files.set(`/style${index}.css`, { type: 'text/css', body: Buffer.from(text) })
  }
  for (let index = 0; index < PICTURES; index++) {
    files.set(`/picture${index}.png`, { type: 'image/png', body: pictureOf(120 + ((index * 37) % 130), index + 1) })
  }
  for (const [index, name] of FONTS.entries()) {
    const body = await readFile(FONT_FOLDER.replace('package.json', `files/inter-${name}.woff2`))
    files.set(`/font${index}.woff2`, { type: 'font/woff2', body })
  }
  const frame = Buffer.from(framePage())
  return ({ hostname, pathname }) => {
    const file = files.get(pathname)
    if (file) return file
    if (hostname === HOST) return { type: 'text/html', body: Buffer.from(page(pathname.slice(1))) }
    if (FRAMES.includes(hostname) && pathname === '/') return { type: 'text/html', body: frame }
    return { type: 'image/gif', body: PIXEL }
  }
}

/** Libraries and a bundle, loaded in their order. */
const OWN_KB = [90, 30, 60, 180, 45, 25, 40, 20]
/** What the container brings. */
const TAG_KB = [95, 110, 60, 35, 15, 45, 25, 70, 20, 30, 12, 55, 18, 22]
const STYLE_KB = [110, 60, 35]
const PICTURES = 23
const FONTS = ['latin-wght-normal', 'latin-wght-italic', 'latin-ext-wght-normal']
const FONT_FOLDER = createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json')
const FACES = FONTS.map(
  (_, index) =>
    `@font-face{font-family:F${index};src:url(https://${CDN}/font${index}.woff2)}.f${index}{font-family:F${index}}\n`,
).join('')
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const vendorOf = (index: number): string => VENDORS[index % VENDORS.length] ?? ''

const BUILDS = `for(var i=0;i<60;i++){var e=d.createElement('section');e.className='c'+i;e.innerHTML='<h3>Part '+i+'</h3><p>What this part says.</p><a href="#'+i+'">More</a>';d.body.appendChild(e)}w.localStorage.setItem('builder',String(i))`

/** Looks at the visitor, remembers it, and sends word of it in one of the ways that tags do. */
function tagging(index: number): string {
  const remembers = `var id='${index}.'+w.navigator.userAgent.length+'.'+w.screen.width;d.cookie='_tag${index}='+id+'; path=/; max-age=31536000';w.localStorage.setItem('tag${index}',id);w.addEventListener('scroll',function(){},{passive:true})`
  const shows = `new Image().src='https://${vendorOf(index)}/pixel${index}.gif?id='+id`
  const tells =
    index % 2 === 0
      ? `w.fetch('https://${vendorOf(index)}/collect${index}',{method:'POST',mode:'no-cors',keepalive:true,body:JSON.stringify({id:id,url:w.location.href})})`
      : `w.navigator.sendBeacon('https://${vendorOf(index)}/beacon${index}',id)`
  return [remembers, shows, tells].join(';')
}

function bringing(urls: readonly string[]): string {
  return `${JSON.stringify(urls)}.forEach(function(u){var s=d.createElement('script');s.async=true;s.src=u;d.head.appendChild(s)})`
}

function framePage(): string {
  return `<!doctype html><title>frame</title><style>${styleOf(8_000, 9)}</style><p class=c1>Press play</p>
<script src="/frame0.js"></script><script src="/frame1.js"></script>`
}

function page(name: string): string {
  const next = numbersFrom(name.length)
  const parts = Array.from({ length: PICTURES * 8 }, (_, index) => {
    const picture =
      index % 8 === 0 ? `<img alt="" width=200 height=140 src="https://${CDN}/picture${index / 8}.png">` : ''
    return `<div class="c${index} c${Math.floor(next() * 400)}"><h2 class=f${index % 3}>Offer ${index}</h2>${picture}
<p>Words about offer ${index}, as long as such words are. <a href="#o${index}">Read on</a></p><ul><li>One<li>Two</ul></div>`
  })
  return `<!doctype html><html lang=en><head><meta charset=utf-8><title>${name}</title>
${STYLE_KB.map((_, index) => `<link rel=stylesheet href="https://${CDN}/style${index}.css">`).join('\n')}
<script>${scriptOf(6_000, 3, 'w.dataLayer=[{event:"start"}]')}</script>
<script async src="https://${vendorOf(0)}/container.js"></script></head><body>
<div id=cookie-banner role=dialog style="position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px">
<p>We use cookies to measure and to advertise.</p><button>Accept all</button><button>Reject all</button></div>
${parts.join('\n')}
${FRAMES.map((host) => `<iframe width=400 height=240 src="https://${host}/"></iframe>`).join('\n')}
${OWN_KB.map((_, index) => `<script src="https://${CDN}/own${index}.js"></script>`).join('\n')}
<script>${scriptOf(4_000, 4, '')}</script></body></html>`
}
