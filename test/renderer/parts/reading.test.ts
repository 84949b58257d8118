import { expect, test } from 'vitest'
import { readerOf } from '../../../renderer/parts/reading.ts'
import { spoken, type Entry } from '../../../renderer/parts/speech.ts'
import said from '../../../renderer/texts/said.de.json' with { type: 'json' }
import told from '../../../renderer/texts/told.de.json' with { type: 'json' }
import { checkDraft, checkText } from '../../../main/service/checked-plan.ts'

const read = readerOf(Object.keys(told))
const german = new Map<string, Entry>(Object.entries({ ...said, ...told }))
const speech = { entry: (template: string) => german.get(template) ?? null, read, number: String }
const inGerman = (text: string): string =>
  (spoken(['=', text], speech) ?? []).map((piece) => (piece.isEnglish ? `[${piece.text}]` : piece.text)).join('')

for (const [text, expected] of [
  ['Thank you: answered with error 404', 'Thank you: antwortete mit Fehler 404'],
  [
    'Offer: not visited, offer could not be reached: it did not answer',
    'Offer: nicht besucht, offer war nicht zu erreichen: [it did not answer]',
  ],
  ['upsell was still loading after 30000 ms', 'upsell lud nach 30000 ms noch immer'],
  [
    '"Reject all" was clicked, the banner went away, and storage changed with the click',
    '„Reject all“ wurde angeklickt, das Banner verschwand, und storage änderte sich mit dem Klick',
  ],
  [
    '"OK" was clicked, but the banner can still be seen, and nothing stored or signalled shows the refusal',
    '„OK“ wurde angeklickt, aber das Banner ist noch zu sehen, und nichts Gespeichertes oder Gemeldetes zeigt die Ablehnung',
  ],
  [
    'in 1 of 2 runs: nothing had to be chosen; run 2 did not prove it (no page was reached)',
    'in 1 von 2 Durchgängen: es war nichts zu wählen; Durchgang 2 belegte ihn nicht (keine Seite wurde erreicht)',
  ],
  ['something only a later Tagtrail says', '[something only a later Tagtrail says]'],
  [`${'a'.repeat(5_000)} is listed twice`, `[${'a'.repeat(5_000)} is listed twice]`],
] as const)
  test(`"${text.slice(0, 60)}" is read back and said in German`, () => expect(inGerman(text)).toBe(expected))

const STEP = { id: 'a', go: { url: '/' } }
const WHOLE = { name: 'n', site: 'https://a.example', steps: [STEP] }

for (const draft of [
  {},
  { ...WHOLE, nmae: 1 },
  { ...WHOLE, qqqqqqqq: 1, zzzzzzzz: 2 },
  { ...WHOLE, name: 5, site: 'shop', steps: 'none' },
  { ...WHOLE, steps: [] },
  { ...WHOLE, steps: [{ id: 'A b', go: { url: 'page' } }, STEP, STEP] },
  { ...WHOLE, steps: [{ id: 'x', go: { click: { selector: '#a' } } }] },
  { ...WHOLE, steps: [STEP, { id: 'b', go: { submit: { selector: '#a' } } }] },
  { ...WHOLE, steps: [{ id: 'x', go: { url: '/', click: { selector: '#a' } } }] },
  { ...WHOLE, steps: [{ id: 'x', role: 'lading', go: { url: 'https://u:p@a.example/' } }] },
  { ...WHOLE, states: [], runs: 0 },
  { ...WHOLE, states: ['rejected', 'rejected', 'other'], runs: 90 },
  { ...WHOLE, states: [{ accepted: [] }], jurisdiction: 'eu', jurisdictions: ['de'] },
  { ...WHOLE, jurisdictions: ['mars'], locale: '???', timeZone: 'Moon/Sea' },
  { ...WHOLE, limits: { settleMs: 5000, stepTimeoutMs: 1000 }, clickIds: ['1'] },
  { ...WHOLE, access: { hostMap: { 'A B': 'x' }, headers: { cookie: 'a', 'b c': 'd\n' }, proxy: 'ftp://x' } },
  { ...WHOLE, access: { hostMap: { '*': 'a:99999' }, certificates: { acceptInvalid: true, trust: 'a.pem' } } },
])
  test(`mistakes in ${JSON.stringify(draft).slice(0, 90)} are told in German`, () => {
    const { mistakes } = checkDraft(draft)
    expect(mistakes.length).toBeGreaterThan(0)
    const english = mistakes.map(({ text }) => inGerman(text)).filter((text) => text.includes('['))
    expect(english).toEqual([])
  })

test('slips of a file are told in German as far as they are ours', () => {
  expect(checkText('', 'yaml').mistakes.map(({ text }) => inGerman(text))).toEqual([
    'die Datei ist leer; ihren Aufbau zeigt `tagtrail schema plan`',
  ])
  expect(inGerman(checkText('{', 'json').mistakes[0]?.text ?? '')).toMatch(/^kein gültiges JSON: \[/)
})
