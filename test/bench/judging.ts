import { performance } from 'node:perf_hooks'
import { eu } from '../../scanner/jurisdictions/eu.ts'
import { fr } from '../../scanner/jurisdictions/fr.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import { assess } from '../../scanner/scan.ts'
import { largeEvidence } from '../evidence/large-evidence.ts'

const OBSERVATIONS = 100_000
const ROUNDS = 4
/** What the product promises, in seconds. */
const PROMISED = 2

/** What it costs to judge a stored scan anew: no browser, no disk. The first round also warms the machine up. */
export async function* judgingCost(): AsyncGenerator<string> {
  const knowledge = loadKnowledge()
  const evidence = largeEvidence(OBSERVATIONS)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    const before = process.cpuUsage()
    const { findings } = assess(evidence, { knowledge, jurisdictions: [eu, fr] })
    const { user, system } = process.cpuUsage(before)
    return { wall: (performance.now() - begun) / 1000, processor: (user + system) / 1e6, findings: findings.length }
  })
  const told = rounds.map(({ wall, processor }) => `${processor.toFixed(2)} (${wall.toFixed(2)})`).join(', ')
  const best = Math.min(...rounds.map(({ processor }) => processor))
  yield `judging ${OBSERVATIONS} observations anew: ${best.toFixed(2)} s of the processor at best; each round in s, on the wall's clock in brackets: ${told}; ${rounds[0]?.findings ?? 0} findings; promised ${PROMISED}`
}
