import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '../../../scanner/cmps/given.ts'
import { cmps, strategiesFor } from '../../../scanner/cmps/index.ts'
import { makeChoice, type ChoiceMade } from '../../../scanner/consent.ts'
import type { Choice, ConsentTargets } from '../../../scanner/model.ts'
import { inTime, openShop, outcomeOf, type Shop } from './shop.ts'

const NONE: ConsentTargets = { accept: null, reject: null, open: null, save: null, withdraw: null, close: null }

/** Nothing here is said in words that a reader of banners knows. */
const KEEP = `<script>function keep(what) { window.outcome = what; document.cookie = 'site_consent=' + (what === 'accepted' ? 'accepted' : 'denied'); document.getElementById('ask').remove() }</script>`
const pages: Readonly<Record<string, string>> = {
  '/riddle': `${KEEP}<div id="ask"><p>The lake remembers you.</p><a id="yes" href="#" onclick="keep('accepted')">Remember</a>
    <div id="no" role="button" aria-label="Forget me" onclick="keep('rejected')">~</div></div>`,
  '/deep': `${KEEP}<div id="ask"><p>The lake remembers you.</p><button onclick="document.getElementById('more').hidden = false">Deeper</button>
    <div id="more" hidden><button class="done" onclick="keep('rejected')">Row on</button></div></div>`,
  '/wrong': `${KEEP}<div id="ask"><button class="no" onclick="keep('accepted')">Accept all</button></div>`,
}

let shop: Shop
beforeAll(async () => {
  shop = await openShop(pages)
})
afterAll(() => shop?.close())

async function choose(
  path: string,
  choice: Choice,
  targets: Partial<ConsentTargets>,
): Promise<ChoiceMade & { readonly outcome: unknown }> {
  const page = await shop.visit(path)
  const strategies = strategiesFor({ ...NONE, ...targets })
  const made = await makeChoice(page, choice, {
    ...inTime(),
    screenshot: async () => {},
    bannerWaitMs: 0,
    strategies,
  })
  return { ...made, outcome: await outcomeOf(page) }
}

describe('what the operator names is pressed', () => {
  test.each([
    ['by selector', '/riddle', 'accept', { accept: { selector: '#yes' } }, 'accepted', 1],
    ['by role and name', '/riddle', 'reject', { reject: { role: 'button', name: 'Forget me' } }, 'rejected', 1],
    [
      'in what is opened first',
      '/deep',
      'reject',
      { open: { role: 'button', name: 'deeper' }, save: { selector: '.done' } },
      'rejected',
      2,
    ],
  ] as const)('%s', async (_, path, choice, targets, expected, layer) => {
    const { outcome, choice: fact } = await choose(path, choice, targets)
    expect(outcome).toBe(expected)
    expect(fact).toMatchObject({ verdict: 'proven', strategy: 'given', layer })
  })
})

test('a button that says the opposite is not pressed, whoever names it', async () => {
  const { outcome, choice } = await choose('/wrong', 'reject', { reject: { selector: '.no' } })
  expect(outcome).toBeNull()
  expect(choice).toMatchObject({ verdict: 'inconclusive', clicks: [] })
})

test('it is asked only where the operator named something', () => {
  expect(strategiesFor(NONE)).toBe(cmps)
  expect(strategiesFor({ ...NONE, close: { selector: '#x' } }).map(({ id }) => id)[0]).toBe('given')
  expect(given(NONE)).toMatchObject({ isTold: true, isCheap: true })
})
