/** Addresses to classify by the hundred thousand, the same in every run. */

export interface Stock {
  /** Real-shaped addresses of vendors with a record. */
  readonly known: readonly string[]
  /** Hosts met on the web, most common first. */
  readonly hosts: readonly string[]
}

/** As on funnels: half of them vendors with a record, the rest hosts others know or nobody, with ids and parameters that differ. */
export function mixedUrls(count: number, { known, hosts }: Stock): readonly string[] {
  const random = dice(1)
  return Array.from({ length: count }, (_, at) => {
    const id = hex(random, 16)
    const kind = random() % 8
    if (kind < 4) return withParameter(pick(random, known), `_r=${id}`)
    if (kind < 6) return `https://${pick(random, hosts)}/${pick(random, FOLDERS)}/${id}.js?v=${at}&ts=1763712000`
    if (kind === 6) return `https://shop.example/${pick(random, FOLDERS)}/${id}?utm_source=mail&page=${at % 50}`
    return `https://${id}.example/${pick(random, FOLDERS)}/${pick(random, FOLDERS)}/x.gif?${parameters(random, 12)}`
  })
}

/** What an address may be when somebody wishes us ill, or when a page is broken. */
export function hostileUrls(count: number): readonly string[] {
  const random = dice(2)
  return Array.from({ length: count }, (_, at) => whole((SHAPES[at % SHAPES.length] ?? fallback)(random)))
}

type Dice = () => number

/** In one piece, as it comes from a browser: text put together from parts would be joined on first reading, at our cost. */
function whole(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

const fallback = (random: Dice): string => `https://${hex(random, 8)}.example/`

const LONG = 10_000

const SHAPES: readonly ((random: Dice) => string)[] = [
  (random) => `https://${hex(random, 8)}.example/${hex(random, LONG)}`,
  (random) => `https://${hex(random, 8)}.example/?${'a=%E0%A4%A&'.repeat(LONG / 11)}${hex(random, 8)}`,
  (random) => `https://${hex(random, 8)}.example/${'a/'.repeat(LONG / 2)}`,
  (random) => `https://${'x.'.repeat(200)}${hex(random, 8)}.example/p`,
  (random) => `https://${hex(random, 8)}${'y'.repeat(LONG)}/`,
  (random) => `https://xn--${hex(random, 40)}.example/${hex(random, 40)}`,
  (random) => `https://xn--${'99zzz'.repeat(11)}${hex(random, 4)}.xn--p1ai/?q=${'+'.repeat(LONG)}`,
  (random) => `https://b\u00fccher-\u{1f9a6}-${hex(random, 8)}.example/`,
  (random) => `https://${'\u00fc'.repeat(250)}${hex(random, 4)}.example/`,
  (random) => `https://${hex(random, 4)}.${'\u0e01\u0e33'.repeat(30)}.${'\u{1f600}'.repeat(20)}/`,
  (random) => `https://www.google.com/${'pagead/'.repeat(1_000)}${hex(random, LONG)}`,
  (random) => `https://app.kartra.com/${'-_'.repeat(LONG / 2)}${hex(random, 8)}`,
  (random) => `https://${hex(random, 8)}.example/g/collect?v=2&tid=${'G-'.repeat(LONG / 2)}`,
  (random) => `https://${hex(random, 8)}.example/g/collect?${'tid&'.repeat(LONG / 4)}`,
  (random) => `https://bat.bing.com/action/0?ti=${'%41'.repeat(LONG / 3)}${hex(random, 4)}`,
  (random) => `https://${hex(random, 8)}.kartra.com/page/${'%'.repeat(LONG)}`,
  (random) => `https://user:${'p@'.repeat(100)}${hex(random, 8)}.example:99999/`,
  (random) => `https://user:${'p@'.repeat(LONG / 2)}${hex(random, 8)}.example/`,
  (random) => `https://[${'f:'.repeat(LONG / 2)}${hex(random, 8)}]/`,
  (random) => `https://${'.'.repeat(300)}${hex(random, 8)}/`,
  (random) => `https://${hex(random, 8)}.example/${'\ud800'.repeat(LONG)}`,
  (random) => `https:\\\\${hex(random, 8)}.example\\${'\\'.repeat(LONG)}`,
  (random) => `${'h'.repeat(LONG)}://${hex(random, 8)}`,
  (random) => `data:text/plain,${hex(random, LONG)}`,
  (random) => hex(random, LONG),
  (random) => `https://google.${hex(random, 8)}.google.google.${hex(random, 4)}/${'0'.repeat(LONG)}`,
  (random) => `https://${hex(random, 8)}.example/${'bCdF1gH2'.repeat(LONG / 8)}`,
  (random) => `https://${hex(random, 8)}.example/${'a.b-c_d~e=f|g:'.repeat(LONG / 14)}`,
  (random) => `https://${hex(random, 8)}.example/${'3f2504e0-4f89-41d3-9a0c-0305e82c3301'.repeat(LONG / 36)}`,
]

const FOLDERS = [
  'js',
  'v1',
  'collect',
  'static',
  'assets',
  'p',
  'e',
  'track',
  'api',
  'g',
  'tr',
  'cdn',
  'events',
] as const

/** xorshift: fast, and the same everywhere. */
function dice(seed: number): Dice {
  let state = seed * 2_654_435_769
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

function hex(random: Dice, length: number): string {
  let text = ''
  while (text.length < length) text += random().toString(16).padStart(8, '0')
  return text.slice(0, length)
}

function pick(random: Dice, list: readonly string[]): string {
  return list[random() % list.length] ?? ''
}

function parameters(random: Dice, count: number): string {
  return Array.from({ length: count }, (_, at) => `k${at}=${hex(random, 12)}`).join('&')
}

function withParameter(url: string, parameter: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${parameter}`
}
