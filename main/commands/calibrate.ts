import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import type { CalibrateOptions, CalibrationPart, CalibrationResult } from '../../scanner/calibrate.ts'
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
    .option('--json', 'print the figures and faults as JSON')
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

async function calibrateAndTell(host: Host, options: Options): Promise<void> {
  const [{ CALIBRATION_PARTS }, { calibrationText }, { writeCalibration }, { dataFolder }] = await Promise.all([
    import('../../scanner/calibrate.ts'),
    import('../calibration-text.ts'),
    import('../../scanner/store/calibration.ts'),
    import('../../scanner/store/data-folder.ts'),
  ])
  const isWhole = options.only === undefined && options.site === undefined
  const parts = options.only ? [options.only] : options.site ? (['banners', 'findings'] as const) : CALIBRATION_PARTS
  const result = await measured(host, options, parts)
  if (isWhole) await writeCalibration(dataFolder(), result.calibration)
  host.stdout.write(options.json ? `${JSON.stringify(result, null, 2)}\n` : calibrationText(result))
  host.end(result.faults.length === 0 ? 0 : 1)
}

async function measured(host: Host, options: Options, parts: CalibrateOptions['parts']): Promise<CalibrationResult> {
  const [{ calibrate }, { chosenBrowser }, { knowledgeOf }, { version }, { showCalibration }] = await Promise.all([
    import('../../scanner/calibrate.ts'),
    import('../chosen-browser.ts'),
    import('../knowledge-of.ts'),
    import('../version.ts'),
    import('../calibration-progress.ts'),
  ])
  const browser = await chosenBrowser(host, options.browser)
  const progress = showCalibration(host, { onlyLive: options.json === true })
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-calibration-'))
  try {
    return await calibrate({
      parts,
      sites: matching(options.site ?? '*'),
      // Their pages mostly wait.
      sitesAtOnce: Math.min(8, availableParallelism() + 1),
      folder,
      browser,
      toolVersion: version,
      knowledgeVersion: (await knowledgeOf(null)).version,
      clock: host.clock,
      randomHex: host.randomHex,
      signal: host.signal,
      onProgress: (done) => progress.onProgress(done),
    })
  } finally {
    progress.end()
    await rm(folder, { recursive: true, force: true })
  }
}

function matching(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[^\w-]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`)
}
