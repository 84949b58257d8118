import { Command, Option } from 'commander'
import { reportFormats } from '../../scanner/report.ts'
import { terminalText } from '../terminal-text.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

interface ReportOptions {
  readonly format: string
  readonly out?: string
}

/** A scan on disk, written down again: no browser, no network. */
export const reportCommand: CommandBuilder = ({ stdout, stderr }) =>
  new Command('report')
    .summary('write the report of a scan again')
    .description(
      'Writes the report of a scan into its folder, or elsewhere with --out, and prints its path. A scan that was cut short has a report too: it says what is missing.',
    )
    .argument('<dir>', 'folder of the scan')
    .addOption(new Option('--format <format>', 'what to write').choices(reportFormats).default('html'))
    .option('--out <file>', 'where to write it; - is standard output (default: <dir>/report.<format>)')
    .addHelpText(
      'after',
      examplesAndExitCodes(
        ['tagtrail report shop-scan', 'tagtrail report shop-scan --format json --out - | jq .headline'],
        {
          0: 'written',
          2: 'the command line is at fault',
          3: 'there is no whole scan in that folder, or no room for the report',
        },
      ),
    )
    .action(async (dir: string, { format, out }: ReportOptions) => {
      const { bundleReport, writeBundleReport } = await import('../write-report.ts')
      const onNote = (note: string): void => void stderr.write(`note: ${terminalText(note)}\n`)
      if (out === '-') stdout.write(await bundleReport(dir, { format, onNote }))
      else stdout.write(`${await writeBundleReport(dir, { format, onNote }, out)}\n`)
    })
