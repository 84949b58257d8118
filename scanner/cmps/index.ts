import { autoconsent } from './autoconsent.ts'
import type { Cmp } from './cmp.ts'
import { heuristic } from './heuristic.ts'
import { kartra } from './kartra.ts'

/** In the order they are tried: banners we know ourselves, then a rule engine, then a reading of the words. */
export const cmps: readonly Cmp[] = [kartra, autoconsent, heuristic]
