import { expect, test } from 'vitest'
import type { CauseLink } from '../../../../../main/contract.ts'
import { causeRows, type Effects } from '../../../../../renderer/screens/result/drawer/cause-rows.ts'

function link(id: string, led: CauseLink['led'] = [], is: CauseLink['is'] = 'script'): CauseLink {
  const seen = { observationId: id, at: 1, told: null, utc: null, vendorId: null, vendorName: null, category: null }
  return { id, is, title: id, how: null, line: null, others: [], ...seen, led }
}

const page = link('page', [{ is: 'script', count: 3 }], 'document')
const gtm = link('gtm', [{ is: 'script', count: 1 }])
const tag = link('tag', [{ is: 'cookie', count: 1 }])
const cookie = link('cookie', [], 'cookie')
const other = link('other')
const last = link('last')

/** `│` a line that goes on, `└` the last of its level, `*` what the tree is about. */
function drawn(way: readonly CauseLink[], opened: Readonly<Record<string, Effects>> = {}): readonly string[] {
  return causeRows(way, new Map(Object.entries(opened))).map((row) => {
    const lines = row.lines.map((goesOn) => (goesOn ? '│' : '└')).join('')
    if (row.kind === 'more') return `${lines}${row.count} more of ${row.of}`
    const led = row.led.map(({ is, count }) => ` ${count} ${is}`).join('')
    return `${lines}${row.isHere ? '*' : ''}${row.link.id}${row.isOpen ? ' open:' : ''}${led}`
  })
}

for (const [name, way, opened, expected] of [
  ['the way alone, and what else each led to', [page, gtm, tag], {}, ['page 2 script', '└gtm', '└└*tag 1 cookie']],
  ['what stands alone', [cookie], {}, ['*cookie']],
  ['nothing', [], {}, []],
  [
    'what it led to hangs below it',
    [page, tag],
    { tag: { total: 1, items: [cookie] } },
    ['page 2 script', '└*tag open: 1 cookie', '└└cookie'],
  ],
  [
    'of an opened cause the way comes first, and once',
    [page, gtm, tag],
    { page: { total: 3, items: [other, gtm, last] } },
    ['page open: 2 script', '│gtm', '│└*tag 1 cookie', '│other', '└last'],
  ],
  [
    'what was not asked for yet is counted',
    [page, gtm],
    { page: { total: 3, items: [other] } },
    ['page open: 2 script', '│*gtm 1 script', '│other', '└1 more of page'],
  ],
  ['a circle ends', [page, tag], { tag: { total: 1, items: [page] } }, ['page 2 script', '└*tag open: 1 cookie']],
] as const)
  test(name, () => expect(drawn(way, opened)).toEqual(expected))

test('nothing is counted as left when the way is all that was not asked for', () => {
  const two = link('two', [{ is: 'script', count: 2 }])
  expect(drawn([two, gtm], { two: { total: 2, items: [other] } })).toEqual([
    'two open: 1 script',
    '│*gtm 1 script',
    '└other',
  ])
})
