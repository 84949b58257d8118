// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Sentence } from '../../../renderer/parts/sentence.tsx'

afterEach(cleanup)
// jsdom has no media queries; the library asks for the colour scheme by one.
window.matchMedia ??= () => new EventTarget() as MediaQueryList

for (const [name, text, foreign] of [
  ['without foreign words', 'Nothing was stored.', []],
  ['with two', 'Kartra stored `kuuid` on `shop.example`.', ['kuuid', 'shop.example']],
  ['with markup', 'It stored `<img src=x onerror=alert(1)>`.', ['<img src=x onerror=alert(1)>']],
  ['with an end missing', 'It stored `abc', ['abc']],
] as const)
  test(`a sentence ${name} sets apart what a page chose, as text`, () => {
    const { container } = render(
      <MantineProvider env="test">
        <Sentence text={text} />
      </MantineProvider>,
    )
    expect([...container.querySelectorAll('code bdi')].map(({ textContent }) => textContent)).toEqual(foreign)
    expect(container.querySelector('img')).toBeNull()
    const told = [...container.childNodes].filter(({ nodeName }) => nodeName !== 'STYLE')
    expect(told.map(({ textContent }) => textContent).join('')).toBe(text.replaceAll('`', ''))
  })
