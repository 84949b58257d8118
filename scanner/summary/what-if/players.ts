import type { Evidence, ObservationOf, PlayerSeen, WhatIf, WhatIfPlayer } from '../../model.ts'
import { steadyName } from '../../words.ts'
import { toldOnEach } from './visits.ts'

type Players = NonNullable<WhatIf['players']>

/** Videos and sounds on these steps: how many had something in every accepted visit, and which come less far now. */
export function playersLost(evidence: Evidence, steps: ReadonlySet<string>): Players | null {
  const told = toldOnEach(evidence, 'players', steps)
  if (told === null) return null
  const [before, now] = [progressOf(told.accepted), progressOf(told.gated)]
  const ready = [...before.values()].filter(({ level }) => level > 0)
  const lost = ready.flatMap(({ stepId, player, level, observations }): readonly WhatIfPlayer[] => {
    const after = now.get(keyOf(stepId, player))
    if ((after?.level ?? 0) >= level) return []
    return [
      {
        page: player.page,
        source: player.source,
        stepId,
        was: level === 2 ? 'playing' : 'ready',
        is: after?.level === 1 ? 'ready' : 'missing',
        observations: [...observations, ...(after?.observations ?? [])],
      },
    ]
  })
  return { seen: ready.length, lost }
}

interface Progress {
  readonly stepId: string
  readonly player: PlayerSeen
  /** 0: empty, 1: given something, 2: playing; the least of all runs. */
  level: number
  readonly observations: string[]
}

function progressOf(facts: readonly ObservationOf<'players'>[]): ReadonlyMap<string, Progress> {
  const runs = new Set(facts.map(({ run }) => run)).size
  const all = new Map<string, Progress>()
  for (const { id, stepId, players } of facts) {
    // Of two that are fed alike, the better one speaks for the visit.
    const best = new Map<string, { readonly player: PlayerSeen; readonly level: number }>()
    for (const player of players) {
      const key = keyOf(stepId, player)
      const level = levelOf(player)
      if (level >= (best.get(key)?.level ?? 0)) best.set(key, { player, level })
    }
    for (const [key, { player, level }] of best) {
      const known = all.get(key)
      if (known) known.level = Math.min(known.level, level)
      else all.set(key, { stepId, player, level, observations: [] })
      all.get(key)?.observations.push(id)
    }
  }
  // What is not there in some run comes no further than that.
  for (const each of all.values()) if (each.observations.length < runs) each.level = 0
  return all
}

function levelOf({ hasMedia, played }: PlayerSeen): number {
  if (!hasMedia) return 0
  return played ? 2 : 1
}

function keyOf(stepId: string, { page, source }: PlayerSeen): string {
  return [stepId, steadyName(page), steadyName(source)].join('\n')
}
