import { classifyingCost } from './knowledge.ts'
import { recordedVisit } from './recorded-visit.ts'
import { recordingCost } from './recording-cost.ts'

/** What watching costs, as ratios within one run: absolute times say more about the machine than about us. */
const benches = [classifyingCost, recordingCost, recordedVisit]

for (const bench of benches) {
  for await (const line of bench()) process.stdout.write(`${line}\n`)
}
