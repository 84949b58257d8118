import { Command, Option } from 'commander'
import type { CalibrationPart } from '../../scanner/calibrate.ts'
import { ScanError } from '../../scanner/errors.ts'
import { exitCodeMeanings } from '../exit-codes.ts'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

interface Options {
  readonly only?: CalibrationPart
  readonly site?: string
  readonly browser?: string
  readonly json?: true
}

/** Measures how often the instrument is right, on this machine and its browser, against the lab's known truth. */
export const calibrateCommand: CommandBuilder = (host) =>
  new Command('calibrate')
    .summary('measure how often Tagtrail is right, on sites whose truth is known')
    .description(
      'Starts the lab on loopback, runs the instrument over its shop, its consent banners and its sites for every rule with your own browser, and prints recall and precision. A whole calibration is kept and named in the reports that follow; a part of it is only printed. Nothing leaves this machine.',
    )
    .addOption(new Option('--only <part>', 'one part of it').choices(['facts', 'banners', 'findings']))
    .option('--site <pattern>', 'only the sites of this name, e.g. "klaro*" or "trap-*"; * stands for anything')
    .option('--browser <path>', 'browser to calibrate; "download" or "bundled" get one')
    .option('--json', 'print figures, faults and what was measured as JSON (tagtrail schema calibration)')
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail calibrate', 'tagtrail calibrate --only banners --site "klaro*"'], {
        0: 'done, and everything was right',
        1: 'done, and something was wrong',
        2: exitCodeMeanings[2],
        3: exitCodeMeanings[3],
      }),
    )
    .action((options: Options) => calibrateAndTell(host, options))

async function calibrateAndTell(host: Host, { only, site, browser, json }: Options): Promise<void> {
  const [{ runCalibration }, { calibrationText }, { showCalibration }] = await Promise.all([
    import('../run-calibration.ts'),
    import('../calibration-text.ts'),
    import('../calibration-progress.ts'),
  ])
  const progress = showCalibration(host, { onlyLive: json === true })
  const onProgress = progress.onProgress.bind(progress)
  const how = { only: only ?? null, sites: site ?? null, browser, onProgress }
  // What is live leaves the terminal before the answer comes.
  const result = await runCalibration(host, how).finally(() => progress.end())
  if (result.measured.length === 0 && result.leftOut.length === 0)
    throw new ScanError('plan-invalid', `No site is called ${site ?? ''}; * stands for anything: --site "trap-*"`)
  host.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : calibrationText(result))
  host.end(result.faults.length === 0 ? 0 : 1)
}
