import { expect, test } from 'vitest'
import { ScanError } from '../../scanner/errors.ts'
import { ACCESS, LIMITS, UNASKED } from '../evidence/plan.ts'
import { adjustPlan, parsePlan, planFromUrls, readPlan } from '../../scanner/plan.ts'
import { CONSENT_STATES } from '../../scanner/states.ts'

const HEAD = 'name: Webinar funnel\nsite: https://shop.lab.example\nsteps:\n'
const FIRST = '  - { id: optin, go: { url: / } }\n'
const VALID = HEAD + FIRST

/** The message of the refusal, which must be a `plan-invalid`. */
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof ScanError && error.code === 'plan-invalid') return error.message
    throw error
  }
  throw new Error('no refusal')
}

test('a short plan gets every default', () => {
  expect(readPlan(VALID)).toEqual({
    name: 'Webinar funnel',
    site: 'https://shop.lab.example',
    steps: [
      {
        id: 'optin',
        label: 'optin',
        role: 'page',
        go: { kind: 'url', url: 'https://shop.lab.example/' },
        goal: null,
        fill: [],
      },
    ],
    states: ['no-choice', 'rejected', 'accepted'],
    runs: 1,
    ...UNASKED,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: ACCESS,
    limits: LIMITS,
    values: 'hashed',
    knowledge: null,
  })
})

test('a full plan is read as it stands', () => {
  const plan = readPlan(
    `name: Webinar funnel
site: https://shop.lab.example
steps:
  - { id: optin, role: opt-in, label: Opt-in, go: { url: https://shop.lab.example/ }, goal: opt-in }
  - { id: sales, role: sales, go: { url: /sales } }
  - { id: checkout, role: checkout, go: { click: { role: button, name: Buy now } } }
  - { id: upsell, role: upsell, go: { click: { selector: "#yes" } }, goal: purchase }
  - id: webinar
    go: { url: /webinar }
    fill:
      - { field: { role: textbox, name: E-mail }, with: email }
      - { field: { selector: "#city" }, with: { text: Bern } }
  - { id: thanks, go: { submit: { role: button, name: Sign up } } }
states: [rejected, { accepted: [marketing, analytics] }, scrolled, gated]
runs: 3
jurisdictions: [uk, us-ca]
locale: de-de
timeZone: Europe/Zurich
scroll: true
consent: { reject: { role: button, name: No thanks }, open: { selector: "#privacy" } }
clickIds: [gclid, fbclid]
policies: [/cookies, "https://legal.example/cookies"]
gate: { vendors: [meta, hotjar] }
safety: { submitForms: canary }
lookups: { cnames: true, exitIpFrom: "https://ip.example/" }
viewport: { width: 390, height: 844 }
access:
  hostMap: { "*": "127.0.0.1:8443", "pay.example": "[::1]:443" }
  certificates: { trust: ./ca.pem }
  thirdPartyCookies: block
  basicAuth: { username: staging, password: "s3cret: or so" }
  headers: { X-Preview: token-1 }
  proxy: http://me:pass@proxy.example:3128
limits: { settleMs: 150, stepTimeoutMs: 5000, settle: virtual }
values: raw
knowledge: ./our-knowledge
`,
    { baseDir: '/funnels/webinar' },
  )
  expect(plan.steps.map(({ go }) => go)).toEqual([
    { kind: 'url', url: 'https://shop.lab.example/' },
    { kind: 'url', url: 'https://shop.lab.example/sales' },
    { kind: 'click', target: { role: 'button', name: 'Buy now' } },
    { kind: 'click', target: { selector: '#yes' } },
    { kind: 'url', url: 'https://shop.lab.example/webinar' },
    { kind: 'submit', target: { role: 'button', name: 'Sign up' } },
  ])
  expect(plan.steps[4]?.fill).toEqual([
    { field: { role: 'textbox', name: 'E-mail' }, with: 'email' },
    { field: { selector: '#city' }, with: { text: 'Bern' } },
  ])
  expect(plan).toMatchObject({
    states: ['rejected', 'accepted:analytics+marketing', 'scrolled', 'gated'],
    runs: 3,
    jurisdiction: 'uk',
    jurisdictions: ['uk', 'us-ca'],
    locale: 'de-DE',
    timeZone: 'Europe/Zurich',
    scroll: true,
    consent: {
      accept: null,
      reject: { role: 'button', name: 'No thanks' },
      open: { selector: '#privacy' },
      save: null,
      withdraw: null,
      close: null,
    },
    clickIds: ['gclid', 'fbclid'],
    policies: ['https://shop.lab.example/cookies', 'https://legal.example/cookies'],
    gate: { vendors: ['meta', 'hotjar'] },
    safety: { submitForms: 'canary' },
    lookups: { cnames: true, exitIpFrom: 'https://ip.example/' },
    viewport: { width: 390, height: 844 },
    access: {
      hostMap: { '*': '127.0.0.1:8443', 'pay.example': '[::1]:443' },
      certificates: { acceptInvalid: false, trust: '/funnels/webinar/ca.pem' },
      thirdPartyCookies: 'block',
      basicAuth: { username: 'staging', password: 's3cret: or so' },
      headers: { 'X-Preview': 'token-1' },
      proxy: 'http://me:pass@proxy.example:3128',
    },
    limits: { settleMs: 150, stepTimeoutMs: 5000, settle: 'virtual' },
    values: 'raw',
    knowledge: '/funnels/webinar/our-knowledge',
  })
})

test('JSON, with or without a byte order mark, says the same as YAML', () => {
  const json = JSON.stringify({
    name: 'Webinar funnel',
    site: 'https://shop.lab.example',
    steps: [{ id: 'optin', go: { url: '/' } }],
  })
  expect(readPlan(json, { name: 'plan.json' })).toEqual(readPlan(VALID))
  expect(readPlan(`\uFEFF${json}`, { format: 'json' })).toEqual(readPlan(VALID))
})

for (const [name, text, line] of [
  ['an unknown key', `${VALID}runz: 2\n`, 'plan.yaml:5:7 unknown key "runz"; did you mean "runs"?'],
  [
    'letters that changed places',
    `${HEAD}  - { id: a, go: { url: / }, gaol: opt-in }\n`,
    'plan.yaml:4:36 steps[0]: unknown key "gaol"; did you mean "goal"?',
  ],
  [
    'a key like no other',
    `${VALID}access: { tunnel: x }\n`,
    'plan.yaml:5:19 access: unknown key "tunnel"; known here: hostMap, certificates, thirdPartyCookies, basicAuth, headers, proxy',
  ],
  [
    'a bare word for an address',
    `${VALID}  - { id: b, go: { url: shop.example } }\n`,
    'plan.yaml:5:25 steps[1].go.url: "shop.example" is not an address: begin with http:// or https://, or with / for a page of the site',
  ],
  [
    'an address of another kind',
    `${HEAD}  - { id: a, go: { url: "javascript:alert(1)" } }\n`,
    'plan.yaml:4:25 steps[0].go.url: "javascript:alert(1)" is not an address: begin with http:// or https://, or with / for a page of the site',
  ],
  [
    'an address that is none',
    `${HEAD}  - { id: a, go: { url: "https://a b/" } }\n`,
    'plan.yaml:4:25 steps[0].go.url: "https://a b/" is no valid address',
  ],
  [
    'a path that is none',
    `${HEAD}  - { id: a, go: { url: "//" } }\n`,
    'plan.yaml:4:25 steps[0].go.url: "//" is no valid address',
  ],
  [
    'a password in an address',
    `${HEAD}  - { id: a, go: { url: "https://me:secret@shop.example/" } }\n`,
    'plan.yaml:4:25 steps[0].go.url: the address carries a user name or password, which would be kept as evidence; take it out',
  ],
  [
    'a site with a path',
    'name: a\nsite: https://shop.example/webinar\nsteps: [{ id: a, go: { url: / } }]\n',
    'plan.yaml:2:7 site: "https://shop.example/webinar" is not an origin such as https://shop.example (no path; paths belong to the steps)',
  ],
  [
    'no step',
    'name: a\nsite: https://shop.example\nsteps: []\n',
    'plan.yaml:3:8 steps: no step; a plan visits at least one page',
  ],
  ['no steps key', 'name: a\nsite: https://shop.example\n', 'plan.yaml:1:1 steps: missing'],
  ['a step without its way', `${HEAD}  - { id: a }\n`, 'plan.yaml:4:5 steps[0].go: missing'],
  [
    'a way that is no group',
    `${HEAD}  - { id: a, go: /x }\n`,
    'plan.yaml:4:18 steps[0].go: "/x" is not a group of keys',
  ],
  [
    'two ways at once',
    `${HEAD}  - { id: a, go: { url: /, click: { selector: a } } }\n`,
    'plan.yaml:4:18 steps[0].go: url and click exclude each other; keep one',
  ],
  [
    'a misspelt way',
    `${HEAD}  - { id: a, go: { ulr: / } }\n`,
    'plan.yaml:4:25 steps[0].go: unknown key "ulr"; did you mean "url"?',
  ],
  [
    'half a target',
    `${VALID}  - { id: b, go: { click: { role: button } } }\n`,
    'plan.yaml:5:27 steps[1].go.click.name: missing',
  ],
  [
    'a click before any page',
    `${HEAD}  - { id: a, go: { click: { selector: a } } }\n`,
    'plan.yaml:4:18 steps[0].go: the first step has no page to click on yet; give it an address: go: { url: / }',
  ],
  ['an id twice', VALID + FIRST, 'plan.yaml:5:11 steps[1].id: id "optin" is taken by an earlier step'],
  [
    'an id that is no file name',
    `${HEAD}  - { id: ../up, go: { url: / } }\n`,
    'plan.yaml:4:11 steps[0].id: "../up" is not an id of lower-case letters, digits, "-" and "_", such as "opt-in" (it becomes a file name)',
  ],
  [
    'a role that is none',
    `${HEAD}  - { id: a, role: sale, go: { url: / } }\n`,
    'plan.yaml:4:20 steps[0].role: "sale" is none of landing, opt-in, thank-you, sales, checkout, upsell, page; did you mean "sales"?',
  ],
  [
    'a state that is not offered',
    `${VALID}states: [no-choice, gcp]\n`,
    `plan.yaml:5:21 states[1]: "gcp" is none of ${CONSENT_STATES.join(', ')}; did you mean "gpc"?`,
  ],
  [
    'a part that is not offered',
    `${VALID}states: [{ accepted: [analytics, marketting] }]\n`,
    'plan.yaml:5:34 states[0].accepted[1]: "marketting" is none of functional, analytics, marketing; did you mean "marketing"?',
  ],
  [
    'a part of everything',
    `${VALID}states: [{ accepted: [analytics, marketing, functional] }]\n`,
    'plan.yaml:5:22 states[0].accepted: that is all there is; write accepted for that',
  ],
  [
    'a part of nothing',
    `${VALID}states: [{ accepted: [] }]\n`,
    'plan.yaml:5:22 states[0].accepted: nothing is accepted; write rejected for that',
  ],
  [
    'a part twice over',
    `${VALID}states: [{ accepted: [analytics] }, "accepted:analytics"]\n`,
    'plan.yaml:5:37 states[1]: "accepted:analytics" is listed twice',
  ],
  [
    'a part under another name',
    `${VALID}states: [{ acepted: [analytics] }]\n`,
    'plan.yaml:5:21 states[0]: unknown key "acepted"; did you mean "accepted"?',
  ],
  [
    'a form that may not be sent',
    `${VALID}  - { id: b, go: { submit: { selector: "#send" } } }\n`,
    'plan.yaml:5:18 steps[1].go: this step sends a form, which leaves a mark on the site; if you may do that there, allow it with safety: { submitForms: canary }',
  ],
  [
    'a form before any page',
    `${HEAD}  - { id: a, go: { submit: { selector: a } } }\n`,
    'plan.yaml:4:18 steps[0].go: the first step has no page to click on yet; give it an address: go: { url: / }',
  ],
  [
    'a field without what is typed there',
    `${HEAD}  - { id: a, go: { url: / }, fill: [{ field: { selector: a } }] }\n`,
    'plan.yaml:4:37 steps[0].fill[0].with: missing',
  ],
  [
    'a part of an identity that is none',
    `${HEAD}  - { id: a, go: { url: / }, fill: [{ field: { selector: a }, with: e-mial }] }\n`,
    'plan.yaml:4:69 steps[0].fill[0].with: "e-mial" is none of email, phone, first-name, last-name, name; did you mean "email"?',
  ],
  [
    'a time zone that is none',
    `${VALID}timeZone: Europe/Fernhill\n`,
    'plan.yaml:5:11 timeZone: "Europe/Fernhill" is no time zone; write one such as Europe/Berlin',
  ],
  [
    'one jurisdiction and several',
    `${VALID}jurisdiction: eu\njurisdictions: [eu, uk]\n`,
    'plan.yaml:6:16 jurisdictions: jurisdiction and jurisdictions exclude each other; keep one',
  ],
  [
    'a click id that is no name',
    `${VALID}clickIds: ["gclid=1"]\n`,
    'plan.yaml:5:12 clickIds[0]: "gclid=1" is not the name of a click id such as gclid',
  ],
  [
    "a header of the browser's own",
    `${VALID}access: { headers: { Cookie: a=1 } }\n`,
    "plan.yaml:5:30 access.headers.Cookie: this header is the browser's own; leave it out",
  ],
  [
    'a proxy that is none',
    `${VALID}access: { proxy: "socks5://me:pass@p.example:1080" }\n`,
    'plan.yaml:5:18 access.proxy: what stands here is not a proxy such as http://host:8080 or socks5://host:1080 (a name and password only with http and https)',
  ],
  [
    'a button of no banner',
    `${VALID}consent: { refuse: { selector: a } }\n`,
    'plan.yaml:5:20 consent: unknown key "refuse"; known here: accept, reject, open, save, withdraw, close',
  ],
  ['a state twice', `${VALID}states: [accepted, accepted]\n`, 'plan.yaml:5:20 states[1]: "accepted" is listed twice'],
  ['no run at all', `${VALID}runs: 0\n`, 'plan.yaml:5:7 runs: 0 is too small; the least is 1'],
  ['half a run', `${VALID}runs: 1.5\n`, 'plan.yaml:5:7 runs: 1.5 is not a whole number'],
  ['a word for a number', `${VALID}runs: many\n`, 'plan.yaml:5:7 runs: "many" is not a whole number'],
  [
    'a number for a name',
    `name: 2024\nsite: https://shop.example\nsteps: [{ id: a, go: { url: / } }]\n`,
    'plan.yaml:1:7 name: 2024 is not text (put it in quotes)',
  ],
  [
    'an empty name',
    `name: ""\nsite: https://shop.example\nsteps: [{ id: a, go: { url: / } }]\n`,
    'plan.yaml:1:7 name: "" is not readable text; write a few words',
  ],
  [
    'an empty value',
    `name:\nsite: https://shop.example\nsteps: [{ id: a, go: { url: / } }]\n`,
    'plan.yaml:1:6 name: an empty value is not text (put it in quotes)',
  ],
  [
    'a language that is none',
    `${VALID}locale: english please\n`,
    'plan.yaml:5:9 locale: "english please" is no language tag; write one such as en-GB or de',
  ],
  [
    'a second rule smuggled into a host',
    `${VALID}access: { hostMap: { "a.example": "b.example:1,MAP * c:2" } }\n`,
    'plan.yaml:5:35 access.hostMap.a.example: "b.example:1,MAP * c:2" is not host:port, such as 127.0.0.1:8443',
  ],
  [
    'a host that is none',
    `${VALID}access: { hostMap: { "https://a": "b:1" } }\n`,
    'plan.yaml:5:35 access.hostMap.https://a: "https://a" is not a host name in lower case, or "*" for all of them',
  ],
  [
    'a port that is none',
    `${VALID}access: { hostMap: { "*": "b:70000" } }\n`,
    'plan.yaml:5:27 access.hostMap.*: "b:70000" has no port between 1 and 65535',
  ],
  [
    'two ways to trust',
    `${VALID}access: { certificates: { acceptInvalid: true, trust: ca.pem } }\n`,
    'plan.yaml:5:25 access.certificates: acceptInvalid and trust exclude each other; keep one',
  ],
  [
    'a pause longer than the step',
    `${VALID}limits: { settleMs: 6000, stepTimeoutMs: 5000 }\n`,
    'plan.yaml:5:9 limits: settleMs must be shorter than stepTimeoutMs',
  ],
  ['a list at the top', '- a\n', 'plan.yaml:1:1 a list is not a group of keys'],
  ['an empty file', '# nothing yet\n', 'plan.yaml: the file is empty; see `tagtrail schema plan` for its shape'],
  ['a key twice', `${VALID}runs: 1\nruns: 2\n`, 'plan.yaml:6:1: Map keys must be unique'],
  [
    'an open bracket',
    'steps: [\n',
    'plan.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
] as const)
  test(`${name} is one line that names the place`, () => {
    expect(refusal(() => readPlan(text, { name: 'plan.yaml' }))).toBe(line)
  })

test('a slip in JSON is named by line and column', () => {
  expect(refusal(() => readPlan('{\n  "name": "a",\n}', { name: 'plan.json' }))).toMatch(
    /^plan\.json:3:1: not valid JSON/,
  )
})

test('aliases that multiply without end are refused', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    'b: &b [*a,*a,*a,*a,*a,*a,*a,*a]',
    'c: &c [*b,*b,*b,*b,*b,*b,*b,*b]',
    'd: [*c,*c,*c,*c,*c,*c,*c,*c]',
  ]
  expect(refusal(() => readPlan(bomb.join('\n')))).toMatch(/alias/i)
})

test('many mistakes are five lines and a count', () => {
  const steps = Array.from({ length: 8 }, (_, index) => `  - { id: s${index}, go: { url: x } }\n`).join('')
  const lines = refusal(() => readPlan(HEAD + steps)).split('\n')
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toBe('... and 3 more')
})

test('a jurisdiction is checked against those that are known', () => {
  const jurisdictions = ['eu', 'uk']
  expect(readPlan(VALID, { jurisdictions }).jurisdiction).toBe('eu')
  expect(refusal(() => readPlan(`${VALID}jurisdiction: mars\n`, { jurisdictions }))).toBe(
    'plan:5:15 jurisdiction: "mars" is none of eu, uk',
  )
  expect(refusal(() => readPlan(`${VALID}jurisdictions: [uk, mars]\n`, { jurisdictions }))).toBe(
    'plan:5:21 jurisdictions[1]: "mars" is none of eu, uk',
  )
})

test('a plan of plain values is checked without lines', () => {
  expect(refusal(() => parsePlan({ name: 'a', site: 'https://shop.example', steps: 3 }))).toBe('steps: 3 is not a list')
  expect(refusal(() => parsePlan(null, { name: 'request' }))).toBe('request an empty value is not a group of keys')
})

test('addresses alone make a plan of their pages', () => {
  const plan = planFromUrls(['https://shop.example/webinar?a=1', 'https://pay.example/'], {
    states: ['accepted'],
    runs: 2,
  })
  expect(plan).toMatchObject({ name: 'shop.example', site: 'https://shop.example', states: ['accepted'], runs: 2 })
  expect(plan.steps.map(({ id, label, go }) => [id, label, go])).toEqual([
    ['page-1', 'https://shop.example/webinar?a=1', { kind: 'url', url: 'https://shop.example/webinar?a=1' }],
    ['page-2', 'https://pay.example/', { kind: 'url', url: 'https://pay.example/' }],
  ])
})

for (const [urls, message] of [
  [[], 'No address given; name at least one, such as https://shop.example/'],
  [
    ['shop.example'],
    '"shop.example" is not an address that begins with http:// or https://; did you mean https://shop.example ?',
  ],
  [['file:///etc/passwd'], '"file:///etc/passwd" is not an address that begins with http:// or https://'],
] as const)
  test(`the addresses ${JSON.stringify(urls)} are refused`, () => {
    expect(refusal(() => planFromUrls(urls))).toBe(message)
  })

test('a command line may change states and runs, within the same bounds', () => {
  const plan = readPlan(VALID)
  expect(adjustPlan(plan, {})).toEqual(plan)
  expect(adjustPlan(plan, { states: ['rejected'], runs: 4 })).toEqual({ ...plan, states: ['rejected'], runs: 4 })
  expect(refusal(() => adjustPlan(plan, { states: ['reject'] }))).toBe(
    `states: "reject" is none of ${CONSENT_STATES.join(', ')}; did you mean "rejected"?`,
  )
  expect(refusal(() => adjustPlan(plan, { states: [] }))).toBe(
    'states: no state; leave the key out to scan no-choice, rejected and accepted',
  )
  expect(refusal(() => adjustPlan(plan, { runs: 99 }))).toBe('runs: 99 is too large; the most is 50')
})
