import { Command, InvalidArgumentError, Option } from 'commander'
import { ScanError } from '../../scanner/errors.ts'
import type { ConsentState } from '../../scanner/model.ts'
import { CONSENT_STATES } from '../../scanner/states.ts'
import type { Host } from '../host.ts'
import { terminalText } from '../terminal-text.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

interface HarOptions {
  readonly state: ConsentState
  readonly run: number
  readonly out: string
}

/** One consent state of a scan for the tools that read HAR. */
export const harCommand: CommandBuilder = (host) =>
  new Command('har')
    .summary('export one consent state of a scan as HAR')
    .description(
      'Writes the requests of one consent state as HAR 1.2: a page for each step, redirects hop by hop, each with its cookies, its body and its cause. The file holds addresses, headers and cookies as they were sent: treat it like the evidence itself.',
    )
    .argument('<dir>', 'folder of the scan')
    .addOption(new Option('--state <state>', 'the consent state').choices(CONSENT_STATES).makeOptionMandatory())
    .option('--run <number>', 'which of its runs', wholeNumber, 1)
    .requiredOption('--out <file>', 'where to write it; - is standard output')
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          'tagtrail har shop-scan --state rejected --out rejected.har',
          'tagtrail har shop-scan --state accepted --run 2 --out - | jq .log.pages',
        ],
        {
          0: 'written',
          2: 'the command line is at fault, or the scan has no such state',
          3: 'there is no whole scan in that folder, or no room for the file',
        },
      ),
    )
    .action((dir: string, options: HarOptions) => exportHar(host, dir, options))

async function exportHar({ stdout, stderr }: Host, dir: string, { state, run, out }: HarOptions): Promise<void> {
  const [{ harOf }, { readBundle }, { readBodies }, { writeReport }] = await Promise.all([
    import('../../scanner/har/har-of.ts'),
    import('../../scanner/store/read-bundle.ts'),
    import('../../scanner/store/bodies.ts'),
    import('../../scanner/store/report-file.ts'),
  ])
  const evidence = await readBundle(dir, { onNote: (note) => void stderr.write(`note: ${terminalText(note)}\n`) })
  const { states, runs } = evidence.plan
  if (!states.includes(state))
    throw new ScanError('plan-invalid', `${dir} holds no state ${state}; it holds ${states.join(', ')}`)
  if (run < 1 || run > runs) throw new ScanError('plan-invalid', `${dir} holds ${runs} of each state, no run ${run}`)
  const hashes = evidence.observations.flatMap((seen) =>
    seen.kind === 'request' && seen.bodySha256 !== null ? [seen.bodySha256] : [],
  )
  const har = harOf(evidence, { state, run, bodies: await readBodies(dir, hashes) })
  const text = `${JSON.stringify(har, null, 1)}\n`
  if (out === '-') stdout.write(text)
  else {
    await writeReport(out, text)
    stdout.write(`${out}\n`)
  }
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}
