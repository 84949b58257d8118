import { Command, InvalidArgumentError, Option } from 'commander'
import type { Severity } from '../../scanner/model.ts'
import { exitCodeMeanings, exitCodeOf, severities } from '../exit-codes.ts'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { knowledgeOption } from './knowledge-option.ts'

interface ScanOptions {
  readonly out: string
  readonly states?: readonly string[]
  readonly runs?: number
  readonly browser?: string
  readonly knowledge?: string
  readonly jurisdiction?: readonly string[]
  readonly overwrite?: true
  readonly timestamp?: string
  readonly json?: true
  readonly failOn?: Severity
}

/** The whole line, from a plan or a few addresses to a bundle, a report and an answer. */
export const scanCommand: CommandBuilder = (host) =>
  new Command('scan')
    .summary('scan a funnel in each consent state')
    .description(
      'Visits the funnel once per consent state, each time as a new visitor, keeps everything that was seen in a folder, and says what it means. Progress goes to standard error, the answer to standard output, the report to <dir>/report.html.',
    )
    .argument('<plan|url...>', 'a plan file (YAML or JSON), or the addresses of the funnel in their order')
    .requiredOption('--out <dir>', 'folder for the evidence and the report; must be new or empty')
    .option('--overwrite', 'replace the scan that stands in that folder')
    .option('--states <list>', 'consent states, with commas between: no-choice,rejected,accepted', words)
    .option('--jurisdiction <list>', 'legal orders to judge under, the most important first: eu,de,us-ca', words)
    .option('--runs <number>', 'how often each state is repeated', wholeNumber)
    .option(
      '--browser <path>',
      'browser to scan with: Chrome, Edge, Brave or Chromium; "download" or "bundled" get one',
    )
    .addOption(knowledgeOption())
    .option(
      '--timestamp <url>',
      'have a time-stamp authority (RFC 3161) vouch for the time of the seal; it is told a hash and nothing else',
      webAddress,
    )
    .option('--json', 'print only the assessment, as JSON')
    .addOption(
      new Option('--fail-on <severity>', 'end with 1 when a finding is at least this severe').choices(severities),
    )
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          'tagtrail scan plan.yaml --out shop-scan',
          'tagtrail scan https://shop.example/ https://shop.example/checkout --out shop-scan',
          'tagtrail scan plan.yaml --out shop-scan --states rejected --runs 3',
          'tagtrail scan plan.yaml --out shop-scan --knowledge our-knowledge',
          'tagtrail scan plan.yaml --out shop-scan --fail-on high --json | jq .headline',
        ],
        exitCodeMeanings,
      ),
    )
    .action((targets: readonly string[], options: ScanOptions) => scanAndTell(host, targets, options))

async function scanAndTell(host: Host, targets: readonly string[], options: ScanOptions): Promise<void> {
  const [{ scanPlan }, { runScan }, { resultText }] = await Promise.all([
    import('../scan-plan.ts'),
    import('../run-scan.ts'),
    import('../result-text.ts'),
  ])
  const { out, overwrite = false, browser, timestamp, json: isForProgram = false } = options
  const { jurisdiction } = options
  const plan = await scanPlan(targets, { ...options, ...(jurisdiction && { jurisdictions: jurisdiction }) })
  const result = await runScan(host, plan, { out, overwrite, browser, timestamp, isForProgram })
  host.stdout.write(isForProgram ? `${JSON.stringify(result.assessment, null, 2)}\n` : resultText(result, host.stdout))
  host.end(exitCodeOf(result.assessment, options.failOn ?? null))
}

function words(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').map((word) => word.trim())]
}

function webAddress(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text
  throw new InvalidArgumentError('It must be an address that begins with http:// or https://.')
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}
