import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { exitCodeMeanings, exitCodeOf } from '../exit-codes.ts'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { knowledgeOption } from './knowledge-option.ts'

interface DemoOptions {
  readonly out?: string
  readonly browser?: string
  readonly knowledge?: string
}

/** The first thing a new user runs: the whole line on a funnel whose truth is known, with nothing but this machine. */
export const demoCommand: CommandBuilder = (host) =>
  new Command('demo')
    .summary('scan the shop that comes with Tagtrail')
    .description(
      'Starts the lab, a webinar funnel with its vendors on loopback, scans it in three consent states, prints the answer and stops the lab. Nothing leaves this machine.',
    )
    .option('--out <dir>', 'folder for the evidence and the report (default: a new ./tagtrail-demo-<n>)')
    .option('--browser <path>', 'browser to scan with; "download" or "bundled" get one')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail demo', 'tagtrail demo --out first-look'], {
        0: 'done; what was found does not count here',
        2: exitCodeMeanings[2],
        3: exitCodeMeanings[3],
        4: exitCodeMeanings[4],
      }),
    )
    .action((options: DemoOptions) => demonstrate(host, options))

async function demonstrate(host: Host, { out = freshFolder(), browser, knowledge }: DemoOptions): Promise<void> {
  const [{ startLab }, { labPlan }, { parsePlan }, { runScan }, { resultText }, { watchMemory }] = await Promise.all([
    import('../../scanner/lab/server.ts'),
    import('../../scanner/lab/plan.ts'),
    import('../../scanner/plan.ts'),
    import('../run-scan.ts'),
    import('../result-text.ts'),
    import('../peak-memory.ts'),
  ])
  const startedAt = host.clock.monotonic()
  const memory = watchMemory()
  const lab = await startLab()
  try {
    const plan = parsePlan({ ...labPlan(lab), knowledge: knowledge ?? null })
    const result = await runScan(host, plan, { out, overwrite: false, browser, isForProgram: false })
    host.stdout.write(resultText(result, host.stdout))
    const seconds = ((host.clock.monotonic() - startedAt) / 1000).toFixed(1)
    host.stdout.write(`\nTook ${seconds} s. Peak memory: ${memory.end()}.\n`)
    host.end(exitCodeOf(result.assessment, null))
  } finally {
    await lab.close()
  }
}

function freshFolder(): string {
  for (let number = 1; ; number++) {
    const folder = resolve(`tagtrail-demo-${number}`)
    if (!existsSync(folder)) return folder
  }
}
