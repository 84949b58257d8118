import { describe, expect, test } from 'vitest'
import { html } from '../../../scanner/reports/html.ts'
import type { ReportInput } from '../../../scanner/reports/report-format.ts'
import { hostileReport } from './hostile.ts'
import { sampleReport } from './sample.ts'

const sample = sampleReport()
const page = html.render(sample)
const PNG = 'data:image/png;base64,iVBORw0KGgo='

describe('the document', () => {
  test('it asks nothing of any network: every address is a fragment or a picture inside the file', () => {
    const pictured = html.render({ ...sample, images: imagesOf(sample) })
    expect(attributes(pictured, 'src').length).toBeGreaterThan(0)
    expect(attributes(pictured, 'src').filter((src) => src !== PNG)).toEqual([])
    expect(attributes(page, 'href').filter((href) => !href.startsWith('#'))).toEqual([])
    expect(/@import|url\(|<(script|link|iframe|object|embed|form)\b/.exec(page)?.[0]).toBeUndefined()
    expect(page.includes(`content="default-src 'none'; img-src data:; style-src 'unsafe-inline'`)).toBe(true)
  })

  test('every link leads somewhere, and no address stands twice', () => {
    for (const given of [sample, hostileReport(sample), crowded(sample), { ...sample, images: imagesOf(sample) }]) {
      const report = html.render(given)
      const ids = attributes(report, 'id')
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
      expect(attributes(report, 'href').filter((href) => !ids.includes(href.slice(1)))).toEqual([])
    }
  })

  test('every tag is one we wrote: a name, and attributes between quotes', () => {
    const odd = (text: string) =>
      text
        .replace(/<style>.*?<\/style>/s, '')
        .match(/<(?!\/?[a-z][\w-]*(?:\s+[\w-]+="[^"<>]*")*\s*\/?>|!doctype html>)[^>]{0,80}/gi)
    expect(odd(page)).toBeNull()
    expect(odd(html.render(hostileReport(sample)))).toBeNull()
  })

  test('its tags are closed in order, also around hostile text', () => {
    expect(unbalanced(page)).toEqual([])
    expect(unbalanced(html.render(hostileReport(sample)))).toEqual([])
  })

  test('it names its language, and every head of a table says what it heads', () => {
    expect(page.includes('<html lang="en">')).toBe(true)
    expect(page.match(/<th\b(?![^>]*\bscope=)/g)).toBeNull()
    expect(page.match(/<img\b(?![^>]*\balt=)/g)).toBeNull()
  })

  test('it never says more than was seen', () => {
    expect(
      /\b(illegal|unlawful|violation|violates|clean|compliant|score)\b/i.exec(visibleText(page))?.[0],
    ).toBeUndefined()
    expect(says(page, 'that is no proof that it does not happen')).toBe(true)
  })
})

describe('what a page chose', () => {
  const hostile = html.render(hostileReport(sample))

  test('appears as text only: no tag, attribute or picture of its own', () => {
    const tags = new Set([...hostile.matchAll(/<([a-zA-Z][\w-]*)/g)].map(([, tag]) => tag))
    expect([...tags].filter((tag) => ['script', 'iframe', 'img', 'b'].includes(tag ?? ''))).toEqual([])
    expect(attributeNames(hostile).filter((name) => name.startsWith('on') || name === 'src')).toEqual([])
    expect(hostile.includes('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe(true)
    expect(hostile.includes('data:text/html')).toBe(false)
  })

  test('hides nothing: control and direction marks are written out', () => {
    expect(hostile.includes('‹U+202E›gnp.exe‹U+2066›‹U+200B›')).toBe(true)
    expect(hostile.includes('‹U+001B›[2J')).toBe(true)
    expect(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.exec(hostile)?.[0]).toBeUndefined()
  })

  test('cannot blow up the file: of a megabyte the ends are shown and its length', () => {
    expect(hostile.includes('200\u2009000 characters; the whole is in the bundle')).toBe(true)
    expect(hostile.length).toBeLessThan(3_000_000)
  })
})

describe('the matrix', () => {
  test('has a band for each state with its verdict, and in it a head for each step', () => {
    expect(page.match(/class="band proven"/g)).toHaveLength(3)
    expect(page.match(/class="step[ "]/g)).toHaveLength(15)
    expect(flat(page).includes('Rejected <span class="verdict">proven, 4 signals</span>')).toBe(true)
  })

  test('raises its voice exactly where the assessment does', () => {
    const alerts = sample.assessment.matrix.flatMap(({ cells }) => cells.filter(({ alert }) => alert))
    expect(page.match(/<td\s+class="cell[^"]*\balert\b/g)).toHaveLength(alerts.length)
    expect(page.match(/aria-label="[^"]*, would normally need consent"/g)).toHaveLength(alerts.length)
  })

  test('a state that was not proven says so in its head', () => {
    const states = sample.assessment.states.map((state) =>
      state.state === 'rejected' ? { ...state, verdict: 'inconclusive' as const, because: 'the banner stayed' } : state,
    )
    const inconclusive = html.render({ ...sample, assessment: { ...sample.assessment, states } })
    expect(flat(inconclusive).includes('Rejected <span class="verdict">inconclusive: the banner stayed</span>')).toBe(
      true,
    )
  })

  test('a scan that saw no vendor says what that means instead of showing an empty table', () => {
    const { assessment } = sample
    const empty = html.render({ ...sample, assessment: { ...assessment, matrix: [], sightings: [], findings: [] } })
    expect(says(empty, 'No vendor was seen in what could be observed')).toBe(true)
    expect(says(empty, 'Coverage')).toBe(true)
  })
})

describe('the parts', () => {
  test('findings to act on come first, the heaviest before the others', () => {
    const order = [
      'To act on',
      'Storing after reject',
      'Tracking request before any choice',
      'For a person to decide',
      'Checks that held',
    ]
    const places = order.map((text) => visibleText(page).lastIndexOf(text))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('a finding names its evidence by id and says in how many runs it was seen', () => {
    const [first] = sample.assessment.findings
    expect(page.includes(first?.evidence[0] ?? 'no evidence')).toBe(true)
    const twice = sampleReport({ runs: 3 })
    expect(says(html.render(twice), 'in 3 of 3 proven runs, stable')).toBe(true)
    expect(says(html.render(twice), 'in 2 of 3 proven runs, intermittent')).toBe(true)
  })

  test('what a finding rests on has the way to it in one line, from the page on', () => {
    const [id = ''] = sample.assessment.findings.flatMap(({ evidence }) => evidence)
    const link = { vendor: null, observationId: null, line: null } as const
    const causes = new Map([
      [
        id,
        [
          { ...link, kind: 'document', name: 'https://shop.example/', requestId: '1.1' },
          { ...link, kind: 'container', name: 'GTM-ABC123', requestId: '1.2', line: 88 },
          { ...link, kind: 'cookie', name: '_fbp', requestId: null },
        ] as const,
      ],
    ])
    const [, line = ''] = /<p class="cause">(.*?)<\/p>/s.exec(html.render({ ...sample, causes })) ?? []
    expect(line.replace(/<[^>]*>/g, '').trim()).toBe('Caused by: page line 88 → GTM-ABC123 (request 1.2) → _fbp')
    expect(html.render({ ...sample, causes: new Map() })).not.toContain('<p class="cause">')
  })

  test('the register holds each cookie once with its lifetime and setter', () => {
    const row = flat(page).match(
      /<tr[^>]*>(?:(?!<\/tr>).)*<bdi>kuuid<\/bdi>(?:(?!<\/tr>).)*Secure(?:(?!<\/tr>).)*<\/tr>/g,
    )
    expect(row).toHaveLength(1)
    expect(visibleText(row?.[0] ?? '')).toMatch(
      /Kartra.*Marketing.*disputed.*\.lab\.example.*365 days.*script.*No choice, Accepted/,
    )
  })

  test('long lists end with what is left out', () => {
    const [request] = sample.assessment.sightings
    if (!request) throw new Error('the sample has no sighting')
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...request,
      id: `m${index}`,
      item: `${request.host}/path-${index}`,
    }))
    const long = html.render({ ...sample, assessment: { ...sample.assessment, sightings: many } })
    expect(says(long, '460 more in the bundle (assessment.json)')).toBe(true)
    expect(long.includes('path-499')).toBe(false)
  })

  test('gaps and what was not covered stand in every report', () => {
    const text = visibleText(page)
    expect(text.includes('never quiet: after 30 s 1 request of m.clarity.ms was still open')).toBe(true)
    expect(sample.assessment.coverage.notCovered.filter((line) => !text.includes(line))).toEqual([])
  })

  test('the environment is told in full, with the hash that ties the report to its bundle', () => {
    const text = visibleText(page)
    const told = ['Mozilla/5.0 (X11; Linux x86_64)', 'Europe/London', '--no-first-run', '127.0.0.1:8443', 'allowed']
    expect(told.filter((value) => !text.includes(value))).toEqual([])
    expect(text.includes(sample.manifestSha256 ?? 'no seal')).toBe(true)
    expect(says(html.render({ ...sample, manifestSha256: null }), 'bundle not sealed')).toBe(true)
  })

  test('a scan that was cancelled says so before anything else', () => {
    const { assessment } = sample
    const cut = html.render({
      ...sample,
      assessment: { ...assessment, scan: { ...assessment.scan, ended: 'cancelled' } },
    })
    expect(visibleText(cut).indexOf('did not come to its end')).toBeLessThan(
      visibleText(cut).indexOf(assessment.headline),
    )
    expect(says(page, 'did not come to its end')).toBe(false)
  })

  test('a picture whose bytes were shown already is named, not repeated', () => {
    const pictured = html.render({ ...sample, images: imagesOf(sample) })
    expect(says(pictured, 'Byte for byte as Rejected, Opt-in')).toBe(true)
    // Five steps with and without the banner, and two pictures of each choice.
    expect(attributes(pictured, 'src')).toHaveLength(14)
  })
})

function imagesOf({ observations }: ReportInput): ReadonlyMap<string, string> {
  return new Map([...observations.values()].flatMap((seen) => (seen.kind === 'screenshot' ? [[seen.path, PNG]] : [])))
}

/** Far more vendors, addresses and cookies than are listed in full, and vendors whose cookies are of two categories. */
function crowded(report: ReportInput): ReportInput {
  const { assessment } = report
  const crowd = Array.from({ length: 200 }, (_, index) => ({ vendorId: `v${index}`, name: `Vendor ${index}` }))
  const [row] = assessment.matrix
  if (!row) throw new Error('the sample has no row')
  const some = assessment.sightings.filter(({ vendorId }) => vendorId === row.vendorId).slice(0, 8)
  return {
    ...report,
    assessment: {
      ...assessment,
      matrix: crowd.map((vendor) => ({ ...row, ...vendor })),
      sightings: crowd.flatMap((vendor) =>
        some.map((sighting, index) => ({
          ...sighting,
          ...vendor,
          id: `${vendor.vendorId}-${index}`,
          category: index % 2 === 0 ? ('marketing' as const) : ('functional' as const),
        })),
      ),
    },
  }
}

function attributes(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')
}

/** Names of attributes as a browser would read them: what stands between quotes is none. */
function attributeNames(text: string): readonly string[] {
  const names = [...text.matchAll(/<[a-z][\w-]*((?:\s+[\w-]+="[^"]*")*)\s*\/?>/gi)].flatMap(([, list = '']) =>
    [...list.matchAll(/([\w-]+)="[^"]*"/g)].map(([, name]) => name ?? ''),
  )
  return [...new Set(names)]
}

function says(text: string, words: string): boolean {
  return visibleText(text).includes(words)
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function visibleText(text: string): string {
  const body = text.replace(/<style>.*?<\/style>/s, '').replace(/<\/?(?:code|bdi)[^>]*>/g, '')
  return flat(body.replace(/<[^>]*>/g, ' '))
    .replace(/ ([.,:;)])/g, '$1')
    .replace(/\( /g, '(')
}

/** Tags that are not closed, or closed in the wrong place. */
function unbalanced(text: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, slash, tag = '', rest = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g)) {
    if (VOID.has(tag) || rest.endsWith('/')) continue
    if (!slash) open.push(tag)
    else if (open.pop() !== tag) wrong.push(tag)
  }
  return [...wrong, ...open]
}

const VOID = new Set(['meta', 'br', 'img'])
