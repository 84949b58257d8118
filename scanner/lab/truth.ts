import type { LabSite, SiteTruth, StateTruth } from './model.ts'
import { newVisitor, visit, type VisitOptions } from './visit.ts'

export interface TruthOptions {
  /** Query the visitor arrives with on the first step, e.g. `kaff=partner7&kmid=41`. */
  readonly arrival?: string
  readonly thirdPartyCookies?: 'allow' | 'block'
}

/**
 * What must be seen on this site, computed from the same values its pages are made of. It follows a scan's way: each
 * state has a fresh visitor; without a choice every step is visited once; with a choice the first step is visited, the
 * choice made and left with, and then all steps are visited again from the first. Only that second round is told here,
 * but what the first left behind is still in the jar.
 */
export function truth(site: LabSite, options: TruthOptions = {}): SiteTruth {
  const states = (['no-choice', 'rejected', 'accepted'] as const).map((state) => stateTruth(site, state, options))
  return { site: `https://${site.host}`, states }
}

const CHOICE = { 'no-choice': null, rejected: false, accepted: true } as const

function stateTruth(site: LabSite, state: StateTruth['state'], options: TruthOptions): StateTruth {
  const visitor = newVisitor()
  const allowed = CHOICE[state]
  const how = (index: number): Pick<VisitOptions, 'arrival' | 'thirdPartyCookies'> => ({
    arrival: index === 0 ? (options.arrival ?? '') : '',
    thirdPartyCookies: options.thirdPartyCookies ?? 'allow',
  })
  const [first] = site.steps
  if (allowed !== null && first !== undefined) {
    visit(site, first, visitor, { ...how(0), allowed: null, chooses: allowed })
  }
  return {
    state,
    steps: site.steps.map((step, index) => visit(site, step, visitor, { ...how(index), allowed, chooses: null })),
  }
}
