import { Command, Option } from 'commander'
import type { Decision } from '../../scanner/model.ts'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { Group } from './group.ts'

interface SetOptions {
  readonly decision: Decision
  readonly until?: string
  readonly comment: string
  readonly by?: string
}

const DECISIONS: readonly Decision[] = ['compliant', 'not-compliant', 'to-be-decided', 'accepted-risk']

/** A person's word on a finding: kept apart from the evidence, printed beside the machine's. */
export const rulingCommand: CommandBuilder = (host) =>
  new Group('ruling')
    .summary('decide about findings, and see what was decided')
    .description(
      'A ruling is a person’s decision on a finding, or on a thing seen. It is kept in your own data folder, never in a scan, and holds for every later scan of the same site: reports print it beside the finding and never in its place. An accepted risk has a last day; after it, the report says that it is over.',
    )
    .addCommand(setCommand(host))
    .addCommand(listCommand(host))
    .addCommand(removeCommand(host))

function setCommand(host: Host): Command {
  return new Command('set')
    .summary('decide about one finding')
    .description('Decides about a finding of a scan, by its key. "tagtrail ruling list <dir>" prints the keys.')
    .argument('<dir>', 'folder of a scan of the site')
    .argument('<key>', 'key of the finding, or of a thing seen')
    .addOption(new Option('--decision <decision>', 'what was decided').choices(DECISIONS).makeOptionMandatory())
    .option('--until <day>', 'last day of an accepted risk, such as 2027-03-31')
    .option('--comment <text>', 'why', '')
    .option('--by <name>', 'who decided (default: the user of this machine)')
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          "tagtrail ruling set shop-scan 'F37|no-choice|kartra|kaff_12' --decision compliant --comment 'contract with affiliates'",
          "tagtrail ruling set shop-scan 'F19|accepted|google-analytics|_ga' --decision accepted-risk --until 2027-03-31 --by 'A. Diaz'",
        ],
        { 0: 'kept', 2: 'the command line is at fault, or the scan has no such finding', 3: 'no scan there' },
      ),
    )
    .action(async (dir: string, key: string, { decision, until, comment, by }: SetOptions) => {
      const { ruleOn } = await import('../ruling.ts')
      const given = { decision, until: until ?? null, comment, by: by ?? whoever(host) }
      host.stdout.write(await ruleOn(host, dir, key, given))
    })
}

function listCommand(host: Host): Command {
  return new Command('list')
    .summary('list the findings of a scan with what was decided')
    .description('Prints every finding to act on or to decide, with its key, and the ruling that stands.')
    .argument('<dir>', 'folder of a scan')
    .option('--history', 'every decision ever made about this site instead, oldest first')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail ruling list shop-scan', 'tagtrail ruling list shop-scan --history'], {
        0: 'listed',
        2: 'the command line is at fault',
        3: 'no scan there',
      }),
    )
    .action(async (dir: string, options: { readonly history?: true; readonly json?: true }) => {
      const { listRulings } = await import('../ruling.ts')
      host.stdout.write(
        await listRulings(host, dir, { history: options.history ?? false, json: options.json ?? false }),
      )
    })
}

function removeCommand(host: Host): Command {
  return new Command('remove')
    .summary('take a ruling back')
    .description('Takes the ruling on a key back. What was decided stays in the history.')
    .argument('<dir>', 'folder of a scan of the site')
    .argument('<key>', 'key of the finding, or of a thing seen')
    .option('--comment <text>', 'why', '')
    .option('--by <name>', 'who takes it back (default: the user of this machine)')
    .addHelpText(
      'after',
      examplesAndExitCodes(["tagtrail ruling remove shop-scan 'F37|no-choice|kartra|kaff_12'"], {
        0: 'taken back',
        2: 'the command line is at fault, or nothing was decided about that key',
        3: 'no scan there',
      }),
    )
    .action(async (dir: string, key: string, { comment, by }: { readonly comment: string; readonly by?: string }) => {
      const { takeBack } = await import('../ruling.ts')
      host.stdout.write(await takeBack(host, dir, key, { comment, by: by ?? whoever(host) }))
    })
}

function whoever({ env }: Host): string {
  return env['USER'] ?? env['USERNAME'] ?? 'unknown'
}
