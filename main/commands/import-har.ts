import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import { exitCodeMeanings, exitCodeOf } from '../exit-codes.ts'
import type { Host } from '../host.ts'
import { version } from '../version.ts'
import { knowledgeOf } from '../knowledge-of.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { knowledgeOption } from './knowledge-option.ts'

const STATES = ['no-choice', 'rejected', 'accepted'] as const

interface ImportOptions {
  readonly state: (typeof STATES)[number]
  readonly out: string
  readonly overwrite?: true
  readonly name?: string
  readonly jurisdiction: string
  readonly knowledge?: string
  readonly json?: true
}

/** What somebody else recorded, judged like a scan of our own: what a HAR file cannot show stays open, never passes. */
export const importHarCommand: CommandBuilder = (host) =>
  new Command('import-har')
    .summary('judge HAR files that another program recorded')
    .description(
      'Makes a scan of HAR files: of Chrome, Firefox, Safari, Charles, Fiddler, Insomnia, mitmproxy, WebPageTest and others. All files together are one visit, a step for each page. That nothing was chosen is taken on your word, unless the files show a stored choice; that something was chosen counts from the first page that sends the choice as the CMP stored it, else the state is inconclusive.',
    )
    .argument('<file.har...>', 'HAR files of one visit')
    .addOption(
      new Option('--state <state>', 'the consent state they were recorded in').choices(STATES).makeOptionMandatory(),
    )
    .requiredOption('--out <dir>', 'folder for the evidence and the report; must be new or empty')
    .option('--overwrite', 'replace the scan that stands in that folder')
    .option('--name <name>', 'how the scan is called (default: the host of the first page)')
    .addOption(
      new Option('--jurisdiction <id>', 'legal order to judge under')
        .choices(jurisdictions.map(({ id }) => id))
        .default('eu'),
    )
    .addOption(knowledgeOption())
    .option('--json', 'print only the assessment, as JSON')
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          'tagtrail import-har shop.har --state no-choice --out shop-import',
          'tagtrail import-har landing.har checkout.har --state rejected --out shop-import --knowledge our-knowledge',
        ],
        {
          0: 'imported and judged',
          2: 'the command line, a file or your own knowledge is at fault; nothing was imported',
          3: exitCodeMeanings[3],
          4: exitCodeMeanings[4],
        },
      ),
    )
    .action((files: readonly string[], options: ImportOptions) => importAndTell(host, files, options))

async function importAndTell(host: Host, files: readonly string[], options: ImportOptions): Promise<void> {
  const [{ importHar }, { assess }, stored, keys, { dataFolder }, { writeBundleReport }, texts, orders, words] =
    await Promise.all([
      import('../../scanner/scan/import-har.ts'),
      import('../../scanner/scan.ts'),
      import('../../scanner/store/assessment-file.ts'),
      import('../../scanner/store/sealing-key.ts'),
      import('../../scanner/store/data-folder.ts'),
      import('../write-report.ts'),
      import('../result-text.ts'),
      import('../jurisdiction-of.ts'),
      import('../ruling.ts'),
    ])
  const dir = resolve(options.out)
  const own = options.knowledge === undefined ? null : resolve(options.knowledge)
  const knowledge = await knowledgeOf(own) // Its faults are told before anything is written.
  const key = await keys.installationKey(dataFolder())
  const evidence = await importHar(files, {
    name: options.name ?? null,
    state: options.state,
    jurisdiction: options.jurisdiction,
    toolVersion: version,
    knowledgeVersion: knowledge.version,
    knowledge: own,
    valueSalt: host.randomHex(16),
    out: dir,
    overwrite: options.overwrite ?? false,
    now: () => host.clock.now(),
    key,
  })
  const assessment = assess(evidence, { knowledge, jurisdictions: orders.jurisdictionsOf(evidence.plan) })
  await stored.writeAssessment(dir, assessment)
  await stored.sealAssessment(dir, { key, sealedAt: host.clock.now() })
  const rulings = await words.ownRulings(host).standing(assessment.scan.site)
  const reportPath = await writeBundleReport(dir, { format: 'html', rulings: async () => rulings })
  host.stdout.write(
    options.json
      ? `${JSON.stringify(assessment, null, 2)}\n`
      : texts.resultText({ assessment, dir, reportPath, rulings }, host.stdout),
  )
  host.end(exitCodeOf(assessment, null))
}
