import { expect, test } from 'vitest'
import { ACCEPT, control, layer } from '../../../evidence/banner-observations.ts'
import { told } from './told.ts'

test('each control is told with its looks, size and contrast', () => {
  const faint = control({
    text: 'Only necessary',
    meaning: 'reject',
    looks: 'link',
    rect: { x: 0, y: 0, width: 96, height: 18 },
    fontSizePx: 11,
    contrast: 2.1,
    inView: false,
    focusPlace: null,
  })
  const text = told('consent', [layer({ controls: [ACCEPT, faint] })])
  expect(text).toContain('“ Accept all ” accept filled button 160 × 40 16 px 12.6 : 1')
  expect(text).toContain(
    '“ Only necessary ” reject text alone, out of sight until scrolled, not reached by the keyboard 96 × 18 11 px 2.1 : 1',
  )
})

test('a colour that is unknown is not given a ratio', () => {
  expect(told('consent', [layer({ controls: [control({ contrast: null })] })])).toContain('16 px unknown')
})

test('what several visitors saw alike is told once, with their states', () => {
  const text = told('consent', [
    layer({ journey: 'rejected' }),
    layer({ journey: 'accepted' }),
    layer({ journey: 'accepted', layer: 2, text: 'Your settings' }),
  ])
  expect(text.match(/Layer \d [A-Z][^C]*/g)?.map((each) => each.trim())).toEqual([
    'Layer 1 Rejected, Accepted',
    'Layer 2 Accepted',
  ])
})

for (const [name, blocking, expected] of [
  ['a page beside which it stands', { modal: false, veiled: 0, scrollLocked: false }, 'can be used beside it'],
  ['a page it holds back', { modal: true, veiled: 1, scrollLocked: true }, 'cannot be used while it is open'],
  ['a page under a veil', { modal: false, veiled: 0.9, scrollLocked: true }, 'is covered, the page cannot be scrolled'],
] as const)
  test(name, () => expect(told('consent', [layer({ blocking })])).toContain(`the page ${expected}`))

test('of toggles it counts those that were switched on in advance and need not have been', () => {
  const toggle = { isLocked: false, saysNecessary: false, saysLegitimateInterest: false, rect: layer().rect }
  const toggles = [
    { ...toggle, label: 'Necessary', isOn: true, isLocked: true, saysNecessary: true },
    { ...toggle, label: 'Marketing', isOn: true, saysLegitimateInterest: true },
    { ...toggle, label: 'Statistics', isOn: false },
  ]
  const text = told('consent', [layer({ layer: 2, toggles })])
  expect(text).toContain('3 toggles, 1 switched on in advance')
  expect(text).toContain('Marketing on, legitimate interest')
  expect(text).toContain('Necessary on, cannot be turned')
  expect(told('consent', [layer({ toggles: toggles.slice(2) })])).toContain('1 toggle, none switched on in advance')
})

test('where no banner was measured nothing is said of its looks', () => {
  expect(told('consent', [])).not.toContain('as a visitor meets it')
})
