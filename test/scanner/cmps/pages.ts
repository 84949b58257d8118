import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Banners as sites build them, served on loopback. Every page says in `window.outcome` what it understood. */

const STYLE = `<style>
  body { font: 16px sans-serif; margin: 0; height: 3000px }
  .banner { position: fixed; left: 0; right: 0; bottom: 0; background: #fff; border-top: 1px solid; padding: 16px; z-index: 99 }
  button { padding: 8px 16px }
</style>`

const KEEP = `
  function keep(what) {
    window.outcome = what
    const on = what === 'accepted'
    document.cookie = 'site_consent=' + encodeURIComponent(JSON.stringify({ analytics: on, marketing: on })) + '; path=/'
  }
  function shut() { document.querySelector('.banner').remove() }`

const TEXT = 'We use cookies to understand how you use this website and to show you relevant advertising.'

const page = (body: string): string => `<!doctype html><title>Shop</title>${STYLE}<script>${KEEP}</script>
  <h1>A shop</h1><p>Buy a lamp.</p>${body}`

const button = (id: string, label: string, what: string): string =>
  `<button class="btn" id="${id}" onclick="keep('${what}'); shut()">${label}</button>`

const dialog = (inside: string): string =>
  `<div class="banner" role="dialog" aria-label="Cookies"><p>${TEXT}</p>${inside}</div>`

const ACCEPT = button('a', 'Accept all', 'accepted')
const REJECT = button('r', 'Reject all', 'rejected')

const LAYERS = `<script>
  function settings() {
    document.querySelector('.banner').innerHTML = \`<h2>Cookie settings</h2><p>We use cookies on this website for these purposes.</p>
      <label><input type="checkbox" checked disabled> Necessary</label>
      <label><input type="checkbox" checked id="analytics"> Analytics</label>
      <label class="switch"><input type="checkbox" checked id="marketing" style="opacity:0;width:1px;height:1px"><span>Marketing</span></label>
      <button onclick="save()">Save choices</button><button onclick="keep('accepted'); shut()">Accept all</button>\`
  }
  function save() {
    const on = ['analytics', 'marketing'].filter((id) => document.getElementById(id).checked)
    keep(on.length === 0 ? 'rejected' : on.length === 2 ? 'accepted' : 'partly ' + on); shut()
  }</script>`

export const pages: Readonly<Record<string, string>> = {
  '/plain': page('<footer><a href="/privacy">Privacy policy</a></footer>'),
  '/compliant': page(dialog(ACCEPT + REJECT + '<button onclick="settings()">Settings</button>') + LAYERS),
  '/second-layer': page(
    dialog(ACCEPT + '<a href="#" onclick="settings(); return false">Manage preferences</a>') + LAYERS,
  ),
  '/accept-only': page(dialog(ACCEPT)),
  '/identical-classes': page(
    dialog(
      `<button class="btn" onclick="keep('accepted'); shut()">Agree</button><button class="btn" onclick="keep('rejected'); shut()">Continue without accepting</button>`,
    ),
  ),
  '/untrusted-ignored': page(
    dialog(`<button id="r">Reject all</button><button id="a">Accept all</button>`) +
      `<script>for (const [id, what] of [['r', 'rejected'], ['a', 'accepted']])
        document.getElementById(id).addEventListener('click', (event) => { if (event.isTrusted) { keep(what); shut() } })</script>`,
  ),
  '/decoy': page(
    `<div style="position:fixed;top:40px;left:40px;background:#ffe;padding:20px;z-index:50" role="dialog">Special offer: 20% off cookies!
      <button onclick="window.outcome = 'offer'">Accept offer</button><button onclick="window.outcome = 'offer'">No thanks</button></div>` +
      dialog(ACCEPT + REJECT),
  ),
  '/decoys-only': page(
    `<div style="position:fixed;top:40px;left:40px;background:#ffe;padding:20px" role="dialog">Special offer: one cookie for free!
      <button onclick="window.outcome = 'offer'">Accept offer</button><button onclick="window.outcome = 'offer'">Close</button></div>
    <div style="position:fixed;top:240px;left:40px;background:#eef;padding:20px" role="dialog">Join our newsletter. We respect your privacy and use no cookies on this website.
      <input type="email"><button onclick="window.outcome = 'newsletter'">Yes, I agree</button><button onclick="window.outcome = 'newsletter'">No thanks</button></div>
    <div style="position:fixed;top:440px;left:40px;background:#fee;padding:20px" role="dialog">Are you over 18? This website uses cookies.
      <button onclick="window.outcome = 'age'">Yes</button><button onclick="window.outcome = 'age'">No</button></div>`,
  ),
  '/shadow': page(shadow('open')),
  '/closed-shadow': page(shadow('closed')),
  '/same-site-frame': page(frame('/frame')),
  '/cross-site-frame': page(frame('http://localhost:PORT/frame')),
  '/frame': `<!doctype html>${STYLE}<div style="padding:30px">${TEXT}
    <button onclick="parent.postMessage('accepted', '*')">Accept all</button>
    <button onclick="parent.postMessage('rejected', '*')">Reject all</button></div>`,
  '/hidden-frame': page('<iframe src="/frame" style="position:fixed;visibility:hidden"></iframe>'),
  '/late': page(
    `<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', \`${dialog(ACCEPT + REJECT)}\`), 400)</script>`,
  ),
  '/not-ready': page(
    dialog(`<button id="a">Accept all</button><button id="r">Reject all</button>`) +
      `<script>setTimeout(() => { for (const [id, what] of [['r', 'rejected'], ['a', 'accepted']])
        document.getElementById(id).onclick = () => { keep(what); shut() } }, 1500)</script>`,
  ),
  '/runs-away': page(
    dialog(
      `<div style="position:relative;height:60px"><button id="r" style="position:absolute;left:200px" onclick="keep('rejected'); shut()">Reject all</button>
       <button id="a" style="position:absolute;left:0" onclick="keep('accepted'); shut()">Accept all</button></div>`,
    ) +
      `<script>
      const reject = document.getElementById('r'), accept = document.getElementById('a')
      reject.addEventListener('mouseenter', () => { if (reject.style.left === '200px') { reject.style.left = '400px'; accept.style.left = '200px' } })
      </script>`,
  ),
  '/obscured': page(
    dialog(ACCEPT + REJECT) +
      `<div id="curtain" style="position:fixed;inset:0;z-index:999;background:#0008"></div>
       <script>setTimeout(() => document.getElementById('curtain').remove(), 700)</script>`,
  ),
  '/reloads': page(`<div id="place"></div><script>
    if (!document.cookie.includes('site_consent')) document.getElementById('place').innerHTML = \`<div class="banner" role="dialog">${TEXT}
      <button onclick="keep('accepted'); location.reload()">Accept all</button><button onclick="keep('rejected'); location.reload()">Reject all</button></div>\`
    else window.outcome = document.cookie.includes('true') ? 'accepted' : 'rejected'</script>`),
  '/cosmetic': page(
    dialog(
      `<button onclick="keep('accepted'); shut()">Accept all</button><button onclick="window.outcome = 'hidden'; shut()">Reject all</button>`,
    ),
  ),
  '/lying': page(dialog(`${ACCEPT}<button onclick="keep('accepted'); shut()">Reject all</button>`)),
  '/stays': page(
    dialog(
      `<button onclick="keep('accepted')">Accept all</button><button onclick="keep('rejected')">Reject all</button>`,
    ),
  ),
  '/hangs': page(dialog(`<button onmouseenter="for (;;) {}">Reject all</button>`)),
  '/german': page(
    `<div class="banner"><p>Wir verwenden Cookies auf dieser Webseite, um Ihr Erlebnis zu verbessern und die Nutzung zu analysieren.</p>
      <button onclick="keep('accepted'); shut()">Alle akzeptieren</button><button onclick="keep('rejected'); shut()">Nur notwendige Cookies</button></div>`,
  ),
  '/pay-or-accept': page(
    dialog(
      `<button onclick="keep('accepted'); shut()">Accept and continue</button><button onclick="window.outcome = 'paid'">Reject and subscribe for 3.99</button>`,
    ),
  ),
  '/kartra':
    page(`<div class="gdpr_cookie_banner js_gdpr_cookie_banner banner"><p>This site uses cookies, please choose.</p>
    <label class="selected">Accept all cookies</label><input type="checkbox" id="gdpr_cookies" class="js_accepted_cookies" value="2"><label for="gdpr_cookies">Only essential cookies</label>
    <button class="js_gdpr_close" onclick="keep(document.getElementById('gdpr_cookies').checked ? 'rejected' : 'accepted'); shut()">SAVE</button></div>`),
  '/onetrust':
    page(`<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" class="banner" role="region" aria-label="Cookie banner">
      <div id="onetrust-policy-text">By clicking Accept All Cookies, you agree to the storing of cookies on your device.</div>
      <button id="onetrust-pc-btn-handler" onclick="document.getElementById('onetrust-pc-sdk').style.display = 'block'">Cookies Settings</button>
      <button id="onetrust-accept-btn-handler" onclick="store(1)">Accept All Cookies</button></div>
    <div id="onetrust-pc-sdk" class="banner" style="display:none;bottom:150px" role="dialog"><h2>Privacy Preference Center</h2>
      <button class="ot-pc-refuse-all-handler" onclick="store(0)">Reject All</button><button class="save-preference-btn-handler" onclick="store(0)">Confirm My Choices</button></div></div>
    <script>window.OnetrustActiveGroups = ',C0001,'
    function store(on) { window.outcome = on ? 'accepted' : 'rejected'; OnetrustActiveGroups = on ? ',C0001,C0002,C0004,' : ',C0001,'
      document.cookie = 'OptanonConsent=isGpcEnabled=0&groups=' + encodeURIComponent('C0001:1,C0002:' + on + ',C0004:' + on)
      document.getElementById('onetrust-consent-sdk').remove() }</script>`),
}

function shadow(mode: 'open' | 'closed'): string {
  return `<my-banner></my-banner><script>
    customElements.define('my-banner', class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode: '${mode}' })
        root.innerHTML = \`<style>.box{position:fixed;bottom:0;left:0;right:0;background:#fff;padding:20px}</style>
          <div class="box"><p>${TEXT}</p><div id="buttons"></div></div>\`
        for (const [label, what] of [['Accept all', 'accepted'], ['Reject all', 'rejected']]) {
          const button = document.createElement('button')
          button.textContent = label
          button.onclick = () => { keep(what); this.remove() }
          root.getElementById('buttons').append(button)
        }
      }
    })</script>`
}

function frame(src: string): string {
  return `<iframe src="${src}" style="position:fixed;bottom:0;left:0;width:100%;height:200px;border:5px solid #ccc" title="Cookie consent"></iframe>
    <script>addEventListener('message', ({ data }) => { keep(data); document.querySelector('iframe').remove() })</script>`
}

/** Serves pages on loopback; `PORT` in them becomes the port, so that `localhost` is another site. */
export async function servePages(
  served: Readonly<Record<string, string>>,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const body = served[new URL(request.url ?? '/', 'http://x').pathname]
    const { port } = server.address() as AddressInfo
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end((body ?? '').replaceAll('PORT', String(port)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
