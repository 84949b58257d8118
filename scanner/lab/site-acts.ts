import type { ClientAct } from './act-runtime.ts'
import type { Act, GateAct, Gate, LabSite, LabStep, TagPlacement } from './model.ts'
import { emulations } from './vendors/index.ts'

/** What one page of a site does by itself: its own acts, then its tags, each behind its gate. */
export function pageActs(site: LabSite, step: LabStep): readonly Act[] {
  const tags = site.tags.filter((tag) => tag.inside === null && tag.gates[step.id] !== undefined)
  return [...step.acts, ...tags.map((tag) => gateOf(site, tag))]
}

/** The acts without the servers' answers, as they are sent to a page. */
export function forClient(acts: readonly Act[]): readonly ClientAct[] {
  return acts.map((act): ClientAct => {
    if (act.do === 'load') {
      const { answer: _kept, ...asked } = act
      return asked
    }
    return 'acts' in act ? { ...act, acts: forClient(act.acts) } : act
  })
}

function gateOf(site: LabSite, tag: TagPlacement): GateAct {
  const emulation = emulations.find(({ id }) => id === tag.vendor)
  if (emulation === undefined)
    throw new Error(`site ${site.id} carries ${tag.vendor}, which scanner/lab/vendors/ lacks`)
  const contained = site.tags.filter(({ inside }) => inside === tag.vendor).map((inner) => gateOf(site, inner))
  return {
    do: 'gate',
    vendor: tag.vendor,
    purpose: emulation.purpose,
    gates: byPath(site, tag.gates),
    acts: [emulation.tag({ account: tag.account, cookieDomain: site.cookieDomain, pages: site.steps, contained })],
  }
}

function byPath(site: LabSite, gates: TagPlacement['gates']): Record<string, Gate> {
  return Object.fromEntries(
    site.steps.flatMap(({ id, path }) => {
      const gate = gates[id]
      return gate === undefined ? [] : [[path, gate]]
    }),
  )
}
