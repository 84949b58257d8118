import { openingTheApplication } from './application.ts'
import { judgingCost } from './judging.ts'
import { classifyingCost } from './knowledge.ts'
import { recordedVisit } from './recorded-visit.ts'
import { recordingCost } from './recording-cost.ts'

/** What watching costs, as ratios within one run: absolute times say more about the machine than about us. The last takes
 *  minutes. */
const benches = [recordedVisit, judgingCost, classifyingCost, openingTheApplication, recordingCost]

for (const bench of benches) {
  for await (const line of bench()) process.stdout.write(`${line}\n`)
}
