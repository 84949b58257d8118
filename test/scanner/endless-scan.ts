import { openEvidenceLog } from '../../scanner/evidence-log.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { environment, plan } from './samples.ts'

/** Run as a process of its own: fills the bundle named on the command line until it is killed, a dot for each flush. */
const bundle = await createBundle(process.argv[2] ?? '')
await bundle.writePlan(plan)
await bundle.writeEnvironment(environment)
const clock = { now: () => new Date(), monotonic: () => performance.now() }
const log = openEvidenceLog({ bundle, clock, salt: environment.valueSalt, keepValues: false })
const journeys = plan.states.map((journey) => log.journey({ run: 1, journey }))
for (;;) {
  for (const { pen } of journeys)
    for (let count = 0; count < 50; count++) {
      pen.write({ kind: 'signal', standard: 'x', raw: 'y'.repeat(count * 40), where: 'z' })
      pen.keep(Buffer.from(String(count)), 'body')
    }
  await log.flush()
  process.stdout.write('.')
}
