import { autoconsent } from './autoconsent.ts'
import type { ConsentTargets } from '../model.ts'
import type { Cmp } from './cmp.ts'
import { given } from './given.ts'
import { heuristic } from './heuristic.ts'
import { kartra } from './kartra.ts'

/** In the order they are tried: banners we know ourselves, then a rule engine, then a reading of the words. */
export const cmps: readonly Cmp[] = [kartra, autoconsent, heuristic]

/** What the operator has said of this site comes first. */
export function strategiesFor(targets: ConsentTargets | null): readonly Cmp[] {
  const isGiven = targets !== null && Object.values(targets).some((target) => target !== null)
  return isGiven ? [given(targets), ...cmps] : cmps
}
