// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Filled, gap } from '../../../renderer/parts/filled.tsx'

afterEach(cleanup)

test('parts of the window stand where the gaps are, and what a page chose stays text in them', () => {
  const { container } = render(
    <Filled
      text={`${gap('who')} stored ${gap('name')} (${gap('name')}).`}
      parts={{ who: <b>Kartra</b>, name: '<img src=x> {{who}}' }}
    />,
  )
  expect(container.textContent).toBe('Kartra stored <img src=x> {{who}} (<img src=x> {{who}}).')
  expect([container.querySelectorAll('b').length, container.querySelectorAll('img').length]).toEqual([1, 0])
})
