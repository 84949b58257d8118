// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { Sentence } from '../../../renderer/parts/sentence.tsx'
import { Worded } from '../../../renderer/parts/wordings.tsx'
import { startTexts } from '../../../renderer/texts.ts'
import { counted, lifetime, when } from '../../../scanner/phrases.ts'
import { said, spelled } from '../../../scanner/said.ts'

beforeAll(startTexts)
afterEach(cleanup)
window.matchMedia ??= () => new EventTarget() as MediaQueryList

const stored = said`${'Kartra'} stored ${'`kuuid`'} (${lifetime(365)}) ${said`on ${'Opt-in'}`} ${when('no-choice')}.`

for (const [language, text, expected, english] of [
  ['en', spelled(stored), 'Kartra stored kuuid (365 days) on Opt-in before any choice.', []],
  ['de', spelled(stored), 'Kartra speicherte vor jeder Wahl auf Opt-in kuuid (365 Tage).', []],
  ['de', 'offer could not be reached: net is down', 'offer war nicht zu erreichen: net is down', ['net is down']],
  ['de', 'A sentence of a later Tagtrail.', 'A sentence of a later Tagtrail.', ['A sentence of a later Tagtrail.']],
] as const)
  test(`in ${language} the window says "${expected}"`, async () => {
    await i18next.changeLanguage(language)
    const { container } = render(
      <MantineProvider env="test">
        <Worded by={[counted(2, 'page'), stored]}>
          <p>
            <Sentence text={text} />
          </p>
        </Worded>
      </MantineProvider>,
    )
    expect(container.querySelector('p')?.textContent).toBe(expected)
    expect([...container.querySelectorAll('[lang=en]')].map(({ textContent }) => textContent)).toEqual(english)
  })
