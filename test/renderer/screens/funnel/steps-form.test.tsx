// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { PlanDraft } from '../../../../main/contract.ts'
import { stepsOf } from '../../../../renderer/screens/funnel/draft.ts'
import { StepsForm } from '../../../../renderer/screens/funnel/steps-form.tsx'
import { startTexts } from '../../../../renderer/texts.ts'

beforeAll(async () => {
  // What the component library asks of a browser, and jsdom has not.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  await startTexts()
})
afterEach(cleanup)

function Form({ ids }: { readonly ids: readonly string[] }) {
  const [draft, setDraft] = useState<PlanDraft>({ steps: ids.map((id) => ({ id, go: { url: `/${id}` } })) })
  return (
    <MantineProvider>
      <StepsForm draft={draft} onChange={setDraft} mistakes={[]} />
      <output>{stepsOf(draft).map(({ id }) => id)}</output>
    </MantineProvider>
  )
}

test('a step is moved by key from place to place, and whoever moves it goes with it', async () => {
  render(<Form ids={['a', 'b', 'c']} />)
  const order = (): string | null => screen.getByRole('status').textContent
  screen.getByRole('button', { name: 'Step 1 down' }).focus()
  const user = userEvent.setup()
  for (const [key, steps, here] of [
    ['{Enter}', 'bac', 'Step 2 down'],
    ['{Enter}', 'bca', 'Step 3 down'],
    // It is the last.
    ['{Enter}', 'bca', 'Step 3 down'],
  ] as const) {
    await user.keyboard(key)
    expect([order(), document.activeElement?.getAttribute('aria-label')]).toEqual([steps, here])
  }
})
