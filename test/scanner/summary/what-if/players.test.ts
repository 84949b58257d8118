import { expect, test } from 'vitest'
import type { Observation, PlayerSeen } from '../../../../scanner/model.ts'
import { playersLost } from '../../../../scanner/summary/what-if/players.ts'
import { players } from '../../../evidence/observations.ts'
import { scene } from '../../../evidence/scene.ts'

const film = (how: 'empty' | 'ready' | 'playing', source = 'https://cdn.example/film.mp4'): PlayerSeen => ({
  page: 'https://shop.example/',
  source,
  hasMedia: how !== 'empty',
  played: how === 'playing',
})
const on = (state: 'accepted' | 'gated', run: number, ...these: readonly PlayerSeen[]) =>
  players({ state, run, stepId: 'optin', players: these })

function told(runs: number, ...seen: readonly Observation[]) {
  const { evidence } = scene({ plan: { states: ['accepted', 'gated'], runs }, seen })
  const answer = playersLost(evidence, new Set(['optin']))
  return answer && [answer.seen, ...answer.lost.map(({ was, is }) => `${was} ${is}`)]
}

for (const [name, runs, seen, expected] of [
  ['what plays in both is not lost', 1, [on('accepted', 1, film('playing')), on('gated', 1, film('playing'))], [1]],
  ['what is not there is', 1, [on('accepted', 1, film('playing')), on('gated', 1)], [1, 'playing missing']],
  ['nor filled', 1, [on('accepted', 1, film('ready')), on('gated', 1, film('empty'))], [1, 'ready missing']],
  ['nor started', 1, [on('accepted', 1, film('playing')), on('gated', 1, film('ready'))], [1, 'playing ready']],
  ['what was empty after accept is no loss', 1, [on('accepted', 1, film('empty')), on('gated', 1)], [0]],
  [
    'what came only now and then after accept is no loss either',
    2,
    [on('accepted', 1, film('ready')), on('accepted', 2), on('gated', 1), on('gated', 2)],
    [0],
  ],
  [
    'what is missing in one run of two is told',
    2,
    [on('accepted', 1, film('ready')), on('accepted', 2, film('ready')), on('gated', 1, film('ready')), on('gated', 2)],
    [1, 'ready missing'],
  ],
  ['a visit of which nothing was noted says nothing', 1, [on('accepted', 1, film('ready'))], null],
] as const)
  test(name, () => expect(told(runs, ...seen)).toEqual(expected))
