import { Command, InvalidArgumentError } from 'commander'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

interface LabOptions {
  readonly port: number
  readonly truth?: true
}

/** The lab by itself, to look at with a browser of one's own or to scan again and again. */
export const labCommand: CommandBuilder = (host) =>
  new Command('lab')
    .summary('serve the small internet that the demo scans')
    .description(
      'Serves the lab on loopback until it is stopped (Ctrl-C): a webinar funnel and the vendors on it, under their real host names. It answers to any name; nothing leaves this machine.',
    )
    .option('--port <number>', 'port for HTTP and HTTPS alike; 0 takes a free one', port, 0)
    .option('--truth', 'print what a scan must find in the lab, as JSON, and end')
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail lab --port 8443', 'tagtrail lab --truth | jq .states[1]'], {
        0: 'stopped by you, or the truth printed',
        2: 'the command line is at fault, or the port is taken',
      }),
    )
    .action((options: LabOptions, command: Command) =>
      options.truth ? printTruth(host) : serve(host, command, options.port),
    )

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number < 65_536) return number
  throw new InvalidArgumentError('It must be a number from 0 to 65535.')
}

async function printTruth({ stdout }: Host): Promise<void> {
  const [{ truth }, { shop }] = await Promise.all([
    import('../../scanner/lab/truth.ts'),
    import('../../scanner/lab/sites/shop.ts'),
  ])
  stdout.write(`${JSON.stringify(truth(shop), null, 2)}\n`)
}

async function serve({ stdout, signal }: Host, command: Command, wantedPort: number): Promise<void> {
  const [{ startLab }, { browserFlags }, { sites }] = await Promise.all([
    import('../../scanner/lab/server.ts'),
    import('../../scanner/lab/plan.ts'),
    import('../../scanner/lab/sites/index.ts'),
  ])
  const lab = await startLab({ httpsPort: wantedPort }).catch((cause: unknown) => {
    const why = whyTaken(cause)
    if (why === null) throw cause
    return command.error(`error: port ${wantedPort} ${why}; choose another one, or 0 for any that is free`)
  })
  stdout.write(
    [
      `The lab answers at ${lab.httpsAddress} (HTTPS and HTTP; Ctrl-C stops it).`,
      '',
      'Look at it with a browser of your own:',
      `  chromium --user-data-dir=/tmp/lab-profile ${browserFlags(lab).map(quoted).join(' ')} ${sites.map(({ host }) => `https://${host}/`).join(' ')}`,
      '',
      'Scan it with these lines in a plan for one of its sites:',
      '  access:',
      `    hostMap: { "*": "${lab.httpsAddress}" }`,
      '    certificates: { acceptInvalid: true }',
      '',
    ].join('\n'),
  )
  await new Promise<void>((stopped) => {
    if (signal.aborted) stopped()
    else signal.addEventListener('abort', () => stopped(), { once: true })
  })
  await lab.close()
}

/** For a POSIX shell. */
function quoted(flag: string): string {
  return /^[\w.:/=-]+$/.test(flag) ? flag : `'${flag}'`
}

function whyTaken(cause: unknown): string | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (code === 'EACCES') return 'needs more rights than you have'
  return code === 'EADDRINUSE' ? 'is taken by another program' : null
}
