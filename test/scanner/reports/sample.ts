import { createHash } from 'node:crypto'
import { trailsOf } from '../../../scanner/causes/trails.ts'
import type {
  Assessment,
  Category,
  ConsentState,
  Finding,
  Gap,
  MatrixRow,
  Observation,
  Party,
  Plan,
  Sighting,
} from '../../../scanner/model.ts'
import type { ReportInput } from '../../../scanner/reports/report-format.ts'
import { ACCESS, LIMITS, UNASKED } from '../../evidence/plan.ts'

/** A report of a funnel as scans meet them: five steps, three states, vendors that behave, leak and ignore a refusal. */

const STEPS = [
  { id: 'optin', label: 'Opt-in', role: 'opt-in', path: '/' },
  { id: 'thank-you', label: 'Thank you', role: 'thank-you', path: '/thank-you' },
  { id: 'sales', label: 'Offer', role: 'sales', path: '/sales' },
  { id: 'checkout', label: 'Checkout', role: 'checkout', path: '/checkout' },
  { id: 'upsell', label: 'Travel kit', role: 'upsell', path: '/upsell' },
] as const
const STATES: readonly ConsentState[] = ['no-choice', 'rejected', 'accepted']
const ALL = STEPS.map(({ id }) => id)
const STARTED = Date.parse('2026-11-21T10:04:05.000Z')

interface SampleVendor {
  readonly id: string | null
  readonly name: string
  readonly category: Category
  readonly party: Party
  readonly disputed?: boolean
  readonly asks: readonly string[]
  /** `c:` cookie or `l:` local storage; name, domain, days. */
  readonly stores: readonly (readonly [string, string, number | null])[]
  readonly on: Partial<Record<ConsentState, readonly string[]>>
}

const VENDORS: readonly SampleVendor[] = [
  {
    id: 'linkedin-insight',
    name: 'LinkedIn Insight Tag',
    category: 'marketing',
    party: 'third',
    asks: ['px.ads.linkedin.com/collect', 'snap.licdn.com/li.lms-analytics/insight.min.js'],
    stores: [
      ['c:li_sugr', '.linkedin.com', 90],
      ['c:bcookie', '.linkedin.com', 365],
      ['c:li_fat_id', '.lab.example', 30],
    ],
    on: { 'no-choice': ALL, rejected: ALL, accepted: ALL },
  },
  {
    id: 'kartra',
    name: 'Kartra',
    category: 'marketing',
    party: 'third',
    disputed: true,
    asks: [
      'app.kartra.com/resources/js/analytics/Lb7Kq2Rx',
      'app.kartra.com/external_tracking/visit',
      'app.kartra.com/analytics/visitorTime',
    ],
    stores: [
      ['c:kuuid', '.lab.example', 365],
      ['c:kaff_affiliate_partner_network_launch_2026', '.lab.example', 395],
      ['l:kartra_visitor', 'https://shop.lab.example', null],
    ],
    on: { 'no-choice': ['optin'], accepted: ALL },
  },
  {
    id: 'meta-pixel',
    name: 'Meta Pixel',
    category: 'marketing',
    party: 'third',
    asks: ['connect.facebook.net/en_US/fbevents.js', 'www.facebook.com/tr/'],
    stores: [['c:_fbp', '.lab.example', 90]],
    on: { accepted: ALL },
  },
  {
    id: 'google-ads',
    name: 'Google Ads',
    category: 'marketing',
    party: 'third',
    asks: [
      'www.googleadservices.com/pagead/conversion/11223344556/',
      'googleads.g.doubleclick.net/pagead/viewthroughconversion/11223344556/',
    ],
    stores: [['c:_gcl_au', '.lab.example', 90]],
    on: { accepted: ALL },
  },
  {
    id: 'microsoft-uet',
    name: 'Microsoft Advertising (UET)',
    category: 'marketing',
    party: 'third',
    asks: ['bat.bing.com/bat.js', 'bat.bing.com/action/0'],
    stores: [
      ['c:_uetsid', '.lab.example', 1],
      ['c:_uetvid', '.lab.example', 390],
      ['c:MUID', '.bing.com', 390],
    ],
    on: { 'no-choice': ['checkout'], rejected: ['checkout'], accepted: ALL },
  },
  {
    id: 'tiktok',
    name: 'TikTok Pixel',
    category: 'marketing',
    party: 'third',
    asks: ['analytics.tiktok.com/i18n/pixel/events.js'],
    stores: [['c:_ttp', '.lab.example', 390]],
    on: { accepted: ['optin', 'sales', 'upsell'] },
  },
  {
    id: 'microsoft-clarity',
    name: 'Microsoft Clarity',
    category: 'analytics',
    party: 'third',
    asks: ['www.clarity.ms/tag/lab7k2m9qx', 'm.clarity.ms/collect'],
    stores: [
      ['c:_clck', '.lab.example', 365],
      ['c:_clsk', '.lab.example', 1],
      ['c:CLID', '.clarity.ms', 365],
    ],
    on: { 'no-choice': ALL, accepted: ALL },
  },
  {
    id: 'google-analytics',
    name: 'Google Analytics 4',
    category: 'analytics',
    party: 'third',
    asks: ['www.google-analytics.com/g/collect'],
    stores: [
      ['c:_ga', '.lab.example', 395],
      ['c:_ga_LAB5H0P1', '.lab.example', 395],
    ],
    on: { accepted: ALL },
  },
  {
    id: 'hotjar',
    name: 'Hotjar',
    category: 'analytics',
    party: 'third',
    asks: ['static.hotjar.com/c/hotjar-3318842.js', 'content.hotjar.io/'],
    stores: [
      ['c:_hjSessionUser_3318842', '.lab.example', 365],
      ['l:_hjid', 'https://shop.lab.example', null],
    ],
    on: { 'no-choice': ['sales'], rejected: ['sales'], accepted: ['optin', 'sales'] },
  },
  {
    id: null,
    name: 'cdn.fernhill-widgets.example',
    category: 'unclassified',
    party: 'third',
    asks: ['cdn.fernhill-widgets.example/embed/countdown.js'],
    stores: [],
    on: { 'no-choice': ['sales'], rejected: ['sales'], accepted: ['sales'] },
  },
  {
    id: 'google-tag-manager',
    name: 'Google Tag Manager',
    category: 'functional',
    party: 'third',
    disputed: true,
    asks: ['www.googletagmanager.com/gtm.js'],
    stores: [],
    on: { 'no-choice': ALL, accepted: ALL },
  },
  {
    id: 'recaptcha',
    name: 'Google reCAPTCHA',
    category: 'functional',
    party: 'third',
    asks: ['www.google.com/recaptcha/api.js'],
    stores: [['c:_GRECAPTCHA', 'www.google.com', 180]],
    on: { accepted: ['optin', 'checkout'] },
  },
  {
    id: null,
    name: 'shop.lab.example',
    category: 'necessary',
    party: 'first',
    asks: ['shop.lab.example/cart'],
    stores: [
      ['c:shop_session', 'shop.lab.example', null],
      ['c:shop_csrf', 'shop.lab.example', null],
      ['c:lab_consent', '.lab.example', 180],
    ],
    on: { 'no-choice': ALL, rejected: ALL, accepted: ALL },
  },
]

export function sampleReport({ runs = 1 }: { readonly runs?: number } = {}): ReportInput {
  const evidence = new Evidence()
  for (let run = 1; run <= runs; run++) for (const state of STATES) visit(evidence, state, run)
  const observations = new Map(evidence.observations.map((each) => [each.id, each]))
  const gaps: readonly Gap[] = [
    {
      kind: 'never-quiet',
      run: 1,
      journey: 'accepted',
      state: 'accepted',
      stepId: 'sales',
      blinds: [],
      reason: 'after 30 s 1 request of `m.clarity.ms` was still open',
      utc: '2026-11-21T10:05:12.000Z',
    },
  ]
  const assessment = assessmentOf(evidence, gaps, runs)
  return {
    assessment,
    plan: planOf(runs),
    environment: {
      tool: { name: 'tagtrail', version: '0.1.0' },
      knowledge: { version: '2026.11.1' },
      os: 'Debian GNU/Linux 12, x64',
      browser: {
        product: 'Chrome/151.0.7904.71',
        path: '/usr/bin/chromium',
        source: 'known place',
        flags: [
          '--headless=new',
          '--disable-extensions',
          '--no-first-run',
          '--host-resolver-rules=MAP * 127.0.0.1:8443',
        ],
      },
      userAgent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Safari/537.36',
      automationHidden: true,
      locale: 'en-GB',
      timeZone: 'Europe/London',
      languages: ['en-GB', 'en'],
      clientHints: null,
      viewport: { width: 1280, height: 900 },
      thirdPartyCookies: 'allow',
      hostMap: { '*': '127.0.0.1:8443' },
      certificates: 'own-authority',
      globalPrivacyControl: [],
      settle: 'quiet',
      proxy: false,
      credentials: { basicAuth: false, headers: [] },
      exitIp: null,
      valueSalt: '00ff',
      startedAt: new Date(STARTED).toISOString(),
      endedAt: new Date(STARTED + 24_600).toISOString(),
      ended: 'complete',
    },
    observations,
    causes: trailsOf(evidence, assessment),
    gaps,
    images: new Map(),
    rulings: [],
    calibration: null,
    manifestSha256: createHash('sha256').update('sample').digest('hex'),
    sealedBy: createHash('sha256').update('key').digest('hex'),
    clock: 'by this machine 2026-11-21 13:08 UTC, not time-stamped',
  }
}

function planOf(runs: number): Plan {
  return {
    name: 'Fernhill Sketch School: webinar funnel',
    site: 'https://shop.lab.example',
    steps: STEPS.map(({ id, label, role, path }, index) => ({
      id,
      label,
      role,
      goal: null,
      fill: [],
      go:
        index === 1 || index === 2
          ? { kind: 'click', target: { role: 'link', name: 'Continue to the offer' } }
          : { kind: 'url', url: `https://shop.lab.example${path}` },
    })),
    states: STATES,
    runs,
    ...UNASKED,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: {
      ...ACCESS,
      hostMap: { '*': '127.0.0.1:8443' },
      certificates: { acceptInvalid: false, trust: './ca.pem' },
    },
    limits: LIMITS,
    values: 'hashed',
    knowledge: null,
  }
}

/** Gathers observations and sightings side by side, as a scan and its classification would. */
class Evidence {
  readonly observations: Observation[] = []
  readonly sightings: Sighting[] = []
  #next = 1

  stamp(state: ConsentState, stepId: string, run: number) {
    const at = 400 + this.#next * 13.5
    const id = `r${run}-${state}-${String(this.#next++).padStart(5, '0')}`
    const utc = new Date(STARTED + at).toISOString()
    return { id, run, journey: state, state, stepId, phase: 'load', at, utc } as const
  }

  see(vendor: SampleVendor, observation: Observation, item: string, host: string, days: number | null): void {
    this.observations.push(observation)
    this.sightings.push({
      id: `s${this.sightings.length + 1}`,
      vendorId: vendor.id,
      name: vendor.name,
      category: vendor.category,
      disputed: vendor.disputed ?? false,
      purpose: observation.kind === 'request' ? 'collect' : null,
      layer: 'endpoint',
      source: 'vendor record',
      confidence: 'certain',
      run: observation.run,
      state: observation.state,
      journey: observation.journey,
      stepId: observation.stepId,
      kind: observation.kind as Sighting['kind'],
      item,
      host,
      party: vendor.party,
      identifier: days !== null && days > 20,
      lifetimeDays: days,
      fates: observation.kind === 'request' ? [observation.fate] : [],
      lists: [],
      observations: [observation.id],
    })
  }
}

const VALUE = { valueSha256: 'ab'.repeat(32), bytes: 26, identifierLike: true, value: null } as const

function visit(evidence: Evidence, state: ConsentState, run: number): void {
  for (const { id: stepId, path } of STEPS) {
    const stamp = () => evidence.stamp(state, stepId, run)
    if (stepId === 'optin' && state !== 'no-choice') choose(evidence, state, run)
    for (const vendor of VENDORS) {
      if (!vendor.on[state]?.includes(stepId)) continue
      for (const item of vendor.asks) {
        const host = item.split('/')[0] ?? ''
        evidence.see(
          vendor,
          {
            ...stamp(),
            kind: 'request',
            requestId: `${stepId}.${item}`,
            url: `https://${item}?v=1&tid=${stepId}`,
            method: 'GET',
            resourceType: 'script',
            fate: 'answered',
            status: 200,
            failure: null,
            fromCache: false,
            headers: {},
            responseHeaders: {},
            bodySha256: null,
            initiator: { type: 'parser', url: `https://shop.lab.example${path}`, line: 12, stack: [] },
            target: { targetId: 't1', type: 'page', url: `https://shop.lab.example${path}` },
            frameId: 'f1',
            redirectedFrom: null,
          },
          item,
          host,
          null,
        )
      }
      for (const [kindAndName, domain, days] of vendor.stores) {
        const name = kindAndName.slice(2)
        if (name === 'lab_consent' && state === 'no-choice') continue
        if (kindAndName.startsWith('c:')) {
          evidence.see(
            vendor,
            {
              ...stamp(),
              ...VALUE,
              kind: 'cookie-write',
              name,
              domain,
              path: '/',
              partitionKey: null,
              lifetimeDays: days,
              httpOnly: name === 'shop_session',
              secure: true,
              sameSite: domain === '.lab.example' ? 'Lax' : 'None',
              setBy: domain === '.lab.example' ? 'script' : 'http',
              effect: 'set',
              refusedBecause: null,
              requestId: null,
              stack: [],
            },
            name,
            domain.replace(/^\./, ''),
            days,
          )
        } else {
          evidence.see(
            vendor,
            {
              ...stamp(),
              ...VALUE,
              kind: 'storage-write',
              area: 'local',
              origin: domain,
              key: name,
              effect: 'set',
              stack: [],
            },
            name,
            'shop.lab.example',
            null,
          )
        }
      }
    }
    evidence.observations.push({
      ...stamp(),
      kind: 'screenshot',
      of: 'step',
      path: `screenshots/${state}-${stepId}.png`,
      sha256: createHash('sha256')
        .update(`${state === 'no-choice' ? 'with banner' : 'without'} ${stepId}`)
        .digest('hex'),
    })
  }
}

function choose(evidence: Evidence, state: ConsentState, run: number): void {
  const stamp = () => evidence.stamp(state, 'optin', run)
  const choice = state === 'rejected' ? 'reject' : 'accept'
  const text = state === 'rejected' ? 'Reject all' : 'Accept all'
  evidence.observations.push(
    {
      ...stamp(),
      kind: 'banner',
      cmp: 'unknown',
      visible: true,
      text: 'We value your privacy\nWith your consent we and our partners use cookies to measure visits and to show advertising. You can change your choice at any time.',
      buttons: [
        { text: 'Accept all', meaning: 'accept', layer: 1 },
        { text: 'Reject all', meaning: 'reject', layer: 1 },
        { text: 'Settings', meaning: 'settings', layer: 1 },
      ],
    },
    { ...stamp(), kind: 'screenshot', of: 'banner', path: `screenshots/${state}-banner.png`, sha256: '1'.repeat(64) },
    {
      ...stamp(),
      kind: 'choice',
      choice,
      allows: [],
      verdict: 'proven',
      because: 'four signals agree and none contradicts',
      cmp: null,
      strategy: 'text heuristic',
      layer: 1,
      clicks: [{ x: 812.4, y: 764, text, meaning: choice, trusted: true, at: 1412.7 }],
      scrolls: 0,
      tookMs: 412,
      proof: proofOf(choice),
    },
    {
      ...stamp(),
      kind: 'screenshot',
      of: 'after-choice',
      path: `screenshots/${state}-after.png`,
      sha256: '2'.repeat(64),
    },
  )
}

function proofOf(choice: string) {
  return [
    { kind: 'trusted-click', agrees: true, detail: 'one click, delivered as input of a person' },
    { kind: 'banner-gone', agrees: true, detail: 'the banner was gone 180 ms later' },
    { kind: 'stored-choice', agrees: true, detail: `cookie \`lab_consent\` says ${choice}` },
    { kind: 'storage-changed', agrees: true, detail: '1 cookie written between click and proof' },
  ] as const
}

function assessmentOf({ sightings, observations }: Evidence, gaps: readonly Gap[], runs: number): Assessment {
  return {
    scan: {
      name: 'Fernhill Sketch School: webinar funnel',
      site: 'https://shop.lab.example',
      startedAt: new Date(STARTED).toISOString(),
      jurisdiction: 'eu',
      jurisdictions: ['eu'],
      runs,
      ended: 'complete',
    },
    states: STATES.map((state) => ({
      state,
      verdict: 'proven',
      because: state === 'no-choice' ? 'nothing had to be chosen' : 'four signals agree and none contradicts',
      runs,
      proven: Array.from({ length: runs }, (_, index) => index + 1),
      proof: state === 'no-choice' ? [] : proofOf(state === 'rejected' ? 'reject' : 'accept'),
    })),
    steps: STEPS.map(({ id, label, role }) => ({ id, label, role })),
    headline:
      'Before any choice 5 vendors that would normally need consent were active on 5 of 5 pages. After reject 3 of them stayed.',
    matrix: VENDORS.map((vendor) => rowOf(vendor, sightings)),
    sightings,
    findings: findingsOf(sightings, runs),
    attribution: null,
    whatIf: null,
    coverage: {
      visits: Array.from({ length: runs }, (_, index) => index + 1).flatMap((run) =>
        STATES.flatMap((state) =>
          STEPS.map(({ id, path }) => ({
            run,
            state,
            stepId: id,
            visited: true,
            url: `https://shop.lab.example${path}`,
            status: 200,
            quiet: !(state === 'accepted' && id === 'sales'),
          })),
        ),
      ),
      gaps,
      notCovered: [
        'Withdrawal of consent and Global Privacy Control were not scanned.',
        'No form was filled in or sent.',
      ],
      counts: {
        requests: observations.filter(({ kind }) => kind === 'request').length,
        cookies: observations.filter(({ kind }) => kind === 'cookie-write').length,
        storage: observations.filter(({ kind }) => kind === 'storage-write').length,
        vendors: VENDORS.length,
      },
    },
    versions: {
      tool: '0.1.0',
      knowledge: '2026.11.1',
      browser: 'Chrome/151.0.7904.71',
      rules: ['F01', 'F02', 'F04', 'F06', 'F08', 'F09', 'F17'],
    },
    ownKnowledge: null,
    wordings: [],
  }
}

function rowOf(vendor: SampleVendor, sightings: readonly Sighting[]): MatrixRow {
  const own = sightings.filter(({ vendorId, name }) => vendorId === vendor.id && name === vendor.name)
  const days = own.map(({ lifetimeDays }) => lifetimeDays ?? 0)
  return {
    vendorId: vendor.id,
    name: vendor.name,
    category: vendor.category,
    disputed: vendor.disputed ?? false,
    party: vendor.party,
    longestLifetimeDays: Math.max(0, ...days) || null,
    firstStepId: own[0]?.stepId ?? 'optin',
    cells: STATES.flatMap((state) =>
      STEPS.map(({ id: stepId }) => {
        const here = own.filter((each) => each.state === state && each.stepId === stepId)
        const sent = here.some(({ kind }) => kind === 'request')
        const stored = here.some(({ kind }) => kind !== 'request')
        const needsConsent = vendor.category === 'marketing' || vendor.category === 'analytics'
        return {
          state,
          stepId,
          mark: unseen(vendor, state, stepId) ?? (sent && stored ? 'both' : sent ? 'sent' : stored ? 'stored' : 'none'),
          alert: needsConsent && state !== 'accepted' && here.length > 0,
          observations: here.flatMap(({ observations }) => observations),
        } as const
      }),
    ),
  }
}

/** Two cells of the kinds that the table of vendors does not bring about. */
function unseen({ id }: SampleVendor, state: ConsentState, stepId: string): 'blocked' | 'unseen' | null {
  if (id === 'google-ads' && state === 'rejected' && stepId === 'optin') return 'blocked'
  return id === 'tiktok' && state === 'no-choice' && stepId === 'upsell' ? 'unseen' : null
}

function findingsOf(sightings: readonly Sighting[], runs: number): readonly Finding[] {
  const about = (vendorId: string, state: ConsentState, kind: Sighting['kind']) =>
    sightings.filter((each) => each.vendorId === vendorId && each.state === state && each.kind === kind)
  const finding = (
    ruleId: string,
    title: string,
    vendorId: string | null,
    state: ConsentState,
    rest: Partial<Finding> & Pick<Finding, 'summary'>,
    kind: Sighting['kind'] = 'cookie-write',
  ): Finding => {
    const seen = vendorId === null ? [] : about(vendorId, state, kind)
    return {
      ruleId,
      key: `${ruleId}|${state}|${vendorId ?? ''}|`,
      outcome: 'fail',
      severity: 'high',
      title,
      fix: '',
      law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 6(1)(a)'],
      state,
      stepIds: ALL.filter((id) => seen.some(({ stepId }) => stepId === id)),
      vendorId,
      seen: { runs, of: runs },
      stability: runs > 1 ? 'stable' : 'unrepeated',
      readings: [],
      evidence: seen.flatMap(({ observations }) => observations),
      ...rest,
    }
  }
  return [
    finding('F06', 'Storing after reject', 'linkedin-insight', 'rejected', {
      severity: 'critical',
      law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 4(11), 7', 'CNIL SAN-2025-005 (ineffective refusal)'],
      summary:
        'LinkedIn Insight Tag stored `li_sugr` (90 days), `bcookie` (365 days) and `li_fat_id` (30 days) on 5 of 5 pages after reject. This would normally need consent.',
      fix: '`shop.lab.example/` embeds LinkedIn Insight Tag: let its snippet run only once `ad_storage` (marketing) is granted.',
    }),
    finding('F01', 'Cookie before any choice', 'kartra', 'no-choice', {
      severity: 'critical',
      summary:
        'Kartra stored `kuuid` (365 days) 412 ms after load on Opt-in, before any choice. This would normally need consent.',
      fix: '`shop.lab.example/` embeds Kartra: let its snippet run only once `ad_storage` (marketing) is granted.',
    }),
    finding('F01', 'Cookie before any choice', 'microsoft-clarity', 'no-choice', {
      summary:
        'Microsoft Clarity stored `_clck` (365 days), `_clsk` (1 day) and `CLID` (365 days) on 5 of 5 pages before any choice. This would normally need consent.',
      fix: '`shop.lab.example/` embeds Microsoft Clarity: let its snippet run only once `analytics_storage` (analytics) is granted.',
    }),
    finding(
      'F02',
      'Tracking request before any choice',
      'linkedin-insight',
      'no-choice',
      {
        law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 6(1)(a)', 'EDPB Guidelines 2/2023'],
        summary:
          'LinkedIn Insight Tag was sent 10 requests on 5 of 5 pages before any choice. This would normally need consent.',
        fix: '`shop.lab.example/` embeds LinkedIn Insight Tag: let its snippet run only once `ad_storage` (marketing) is granted.',
      },
      'request',
    ),
    finding(
      'F04',
      'Browser storage before any choice',
      'kartra',
      'no-choice',
      {
        severity: 'medium',
        summary:
          'Kartra kept `kartra_visitor` in local storage on Opt-in before any choice. This would normally need consent.',
        seen: { runs: Math.max(1, runs - 1), of: runs },
      },
      'storage-write',
    ),
    finding(
      'F03',
      'Tag manager before any choice',
      'google-tag-manager',
      'no-choice',
      {
        outcome: 'unclear',
        severity: 'low',
        summary:
          'Google Tag Manager was loaded on 5 of 5 pages before any choice. Strict reading: loading the container already needs consent. Tolerant reading: what it loads does.',
      },
      'request',
    ),
    finding('F09', 'No banner', null, 'no-choice', {
      outcome: 'pass',
      severity: 'critical',
      summary: 'A banner was shown before any choice; read: 5 banners, 5 pages on 5 of 5 pages.',
    }),
    finding('F17', 'Choice lost on a later step', null, 'rejected', {
      outcome: 'pass',
      severity: 'critical',
      summary: 'The choice held on every step after reject; read: 61 requests, 44 cookie writes on 5 of 5 pages.',
    }),
    finding('F07', 'Kept after withdrawal', null, 'withdrawn', {
      outcome: 'not-applicable',
      summary: 'It is asked of what happens after withdrawal, which this scan did not visit.',
      state: null,
    }),
  ]
}
