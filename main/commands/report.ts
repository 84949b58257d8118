import { Command, Option } from 'commander'
import { reportFormats } from '../../scanner/report.ts'
import { terminalText } from '../terminal-text.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { knowledgeOption } from './knowledge-option.ts'

interface ReportOptions {
  readonly format: string
  readonly out?: string
  readonly judgeAnew?: true
  readonly knowledge?: string
}

/** A scan on disk, written down again: no browser, no network. */
export const reportCommand: CommandBuilder = (host) =>
  new Command('report')
    .summary('write the report of a scan again')
    .description(
      'Writes the report of a scan into its folder, or elsewhere with --out, and prints its path. A scan that was cut short has a report too: it says what is missing. With --judge-anew or --knowledge the evidence is judged anew for this report; the assessment in the folder stays as it is. So is a scan whose assessment is damaged, was changed since it was sealed, or was written by another version of Tagtrail, and it is said; the evidence itself must be as it was sealed.',
    )
    .argument('<dir>', 'folder of the scan')
    .addOption(new Option('--format <format>', 'what to write').choices(reportFormats).default('html'))
    .option('--out <file>', 'where to write it; - is standard output (default: <dir>/report.<format>)')
    .option('--judge-anew', 'judge the evidence by the rules and the knowledge of this version')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          'tagtrail report shop-scan',
          'tagtrail report shop-scan --format json --out - | jq .headline',
          'tagtrail report shop-scan --judge-anew --out as-of-today.html',
          'tagtrail report shop-scan --knowledge our-knowledge --out as-we-see-it.html',
        ],
        {
          0: 'written',
          2: 'the command line or your own knowledge is at fault',
          3: 'there is no whole scan in that folder, or no room for the report',
        },
      ),
    )
    .action(async (dir: string, { format, out, judgeAnew, knowledge }: ReportOptions) => {
      const [{ bundleReport, writeBundleReport }, { ownRulings }, { readCalibration }, { dataFolder }] =
        await Promise.all([
          import('../write-report.ts'),
          import('../ruling.ts'),
          import('../../scanner/store/calibration.ts'),
          import('../../scanner/store/data-folder.ts'),
        ])
      const onNote = (note: string): void => void host.stderr.write(`note: ${terminalText(note)}\n`)
      const rulings = (site: string) => ownRulings(host).standing(site)
      const options = {
        format,
        anew: judgeAnew === true,
        knowledge: knowledge ?? null,
        rulings,
        onNote,
        calibration: await readCalibration(dataFolder()),
      }
      if (out === '-') host.stdout.write(await bundleReport(dir, options))
      else host.stdout.write(`${await writeBundleReport(dir, options, out)}\n`)
    })
