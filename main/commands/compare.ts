import { Command, Option } from 'commander'
import type { Assessment, Comparison } from '../../scanner/model.ts'
import { exitCodeOf as exitCodeOfScan, exitCodes, type ExitCode } from '../exit-codes.ts'
import { hasColour, widthOf, type Host } from '../host.ts'
import { terminalText } from '../terminal-text.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { knowledgeOption } from './knowledge-option.ts'

interface CompareOptions {
  readonly json?: true
  readonly asJudged?: boolean
  readonly knowledge?: string
  readonly failOn?: 'new' | 'changed'
}

/** Two scans of one funnel side by side: no browser, no network. */
export const compareCommand: CommandBuilder = (host) =>
  new Command('compare')
    .summary('say what is new, fixed or changed since an earlier scan')
    .description(
      'Lays two scans of a funnel side by side: a matrix of vendors by page and consent state, then findings, cookies and hosts. Both are judged anew by the same rules, with the vendor knowledge and under the jurisdictions of the later one, so that only the site can make a difference; --as-judged takes what was said then. What one of the two could not see is never called gone, new or fixed.',
    )
    .argument('<old>', 'folder of the earlier scan')
    .argument('<new>', 'folder of the later scan')
    .option('--as-judged', 'compare the assessments that stand in the folders')
    .addOption(knowledgeOption())
    .option('--json', 'print the comparison as JSON')
    .addOption(
      new Option('--fail-on <change>', 'end with 1 when there are new findings, or any that changed').choices([
        'new',
        'changed',
      ]),
    )
    .addHelpText(
      'after',
      examplesAndExitCodes(
        ['tagtrail compare scans/may scans/june', 'tagtrail compare last now --fail-on new --json | jq .findings'],
        {
          0: 'compared, and nothing that --fail-on asks for',
          1: 'there are findings as --fail-on asks for',
          2: 'the command line is at fault',
          3: 'one of the two is no scan, or cannot be read',
          4: 'nothing of the two can be compared, a finding of one could not have been seen in the other, or the later scan was inconclusive: a state was not proven or a page not reached',
        },
      ),
    )
    .action((old: string, fresh: string, options: CompareOptions) => compareAndTell(host, [old, fresh], options))

async function compareAndTell(
  host: Host,
  [old, fresh]: readonly [string, string],
  { asJudged = false, json, knowledge, failOn }: CompareOptions,
): Promise<void> {
  const [{ comparedScans }, { comparisonText }] = await Promise.all([
    import('../compared-scans.ts'),
    import('../comparison-text.ts'),
  ])
  const stages = comparedScans(
    { before: old, after: fresh },
    {
      anew: !asJudged,
      knowledge: knowledge ?? null,
      onNote: (note) => void host.stderr.write(`note: ${terminalText(note)}\n`),
      signal: host.signal,
    },
  )
  let stage = await stages.next()
  while (!stage.done) stage = await stages.next()
  const { comparison, after } = stage.value
  const screen = { width: widthOf(host.stdout), colour: hasColour(host.stdout) }
  host.stdout.write(json ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison, screen))
  host.end(exitCodeOf(comparison, after, failOn ?? null))
}

/** Nothing new in a scan that could not see everything is no good news. */
function exitCodeOf(
  { comparable, findings }: Comparison,
  later: Assessment,
  failOn: CompareOptions['failOn'] | null,
): ExitCode {
  const counts = failOn === 'new' ? ['new'] : failOn === 'changed' ? ['new', 'changed'] : []
  const open = findings.filter(({ after }) => after?.outcome === 'fail')
  if (open.some(({ change }) => counts.includes(change))) return exitCodes.findings
  const isSure = comparable && findings.every(({ change }) => change !== 'unsure')
  return isSure ? exitCodeOfScan(later, null) : exitCodes.inconclusive
}
