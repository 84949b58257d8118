// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../../main/contract.ts'
import { WhatIfPart } from '../../../../renderer/screens/result/what-if.tsx'
import { startTexts } from '../../../../renderer/texts.ts'
import type { WhatIf, WhatIfItem } from '../../../../scanner/model.ts'

beforeAll(async () => {
  await startTexts()
  await i18next.changeLanguage('en')
})
afterEach(cleanup)
// jsdom has no media queries; the library asks for the colour scheme by one.
window.matchMedia ??= () => new EventTarget() as MediaQueryList

const item = (what: string): WhatIfItem => ({
  vendorId: 'acme',
  name: 'Acme',
  category: 'marketing',
  kind: 'cookie',
  item: what,
  stepIds: ['home'],
  observations: [],
})
const BORNE: WhatIf = {
  held: [{ vendor: 'acme', name: 'Acme' }],
  gone: [item('_a')],
  leaks: [],
  broken: [],
  stepsLost: [],
  forms: { sent: ['home'], lost: [] },
  errors: [],
  players: { seen: 2, lost: [] },
  embeds: [],
  without: [{ by: item('acme.example/tag.js'), stored: [item('_a'), item('_b')] }],
}
const ERROR = { how: 'thrown', text: '<b>x</b>', url: null, line: 1, stepIds: ['home'], observations: [] } as const

function told(whatIf: WhatIf | null): readonly string[] {
  const result = { whatIf, steps: [{ id: 'home', label: 'Home', role: 'landing' }] } as unknown as Result
  const { container } = render(
    <MantineProvider env="test">
      <WhatIfPart result={result} />
    </MantineProvider>,
  )
  return [...container.querySelectorAll('li')].map(({ textContent }) => textContent)
}

test('a site that bears the gate is told to, question by question', () => {
  expect(told(BORNE)).toEqual([
    'Held back, as a consent gate would: Acme',
    'Gone with that: 1 thing, of Acme',
    'Without acme.example/tag.js (Acme) not stored: _a, _b',
    'Nothing of theirs was seen all the same',
    'No request of anybody else failed for it',
    'Every page that was reached after accept was reached',
    'Every form that was sent after accept was sent, and led on',
    'No script failed or logged an error that did not after accept',
    'Videos and sounds that came as far as after accept: all of 2',
  ])
})

test('what could not be noted is no pass, and what a page wrote stays text', () => {
  const said = told({ ...BORNE, errors: [ERROR], players: null, forms: { sent: [], lost: [] } })
  expect(said).toContain('1 error of scripts that no accepted visit showed:')
  expect(said).toContain('Home: <b>x</b>')
  expect(said).toContain('Whether videos still play cannot be told: they were not noted on every page')
  expect(said).toContain('The plan sends no form, so whether forms still work was not tried')
})

test('a scan that was not asked says nothing, and one that held nothing back says that', async () => {
  expect(told(null)).toEqual([])
  await i18next.changeLanguage('de')
  expect(told({ ...BORNE, held: [] })).toEqual([
    'Nichts wurde zurückgehalten: Keiner der gewählten Anbieter wurde nach der Zustimmung angefragt.',
  ])
})
