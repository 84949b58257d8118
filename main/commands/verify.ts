import { Command, InvalidArgumentError } from 'commander'
import type { Verification } from '../../scanner/store/verify-bundle.ts'
import { listed } from '../../scanner/words.ts'
import { exitCodes, type ExitCode } from '../exit-codes.ts'
import type { Host } from '../host.ts'
import { terminalText } from '../terminal-text.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

interface VerifyOptions {
  readonly json?: true
  readonly key?: string
}

/** Whether a scan is still as it was sealed: reads everything, trusts nothing, needs no network. */
export const verifyCommand: CommandBuilder = (host) =>
  new Command('verify')
    .summary('check that a scan is as it was sealed')
    .description(
      'Checks every file of a scan against its seal, the chain of its logs, and both signatures, and says in one line what was altered, is missing or was added. A signature shows that nothing changed since; whose key it is, only a fingerprint you know from elsewhere can tell, such as the one in a printed report: give it with --key.',
    )
    .argument('<dir...>', 'folders of scans')
    .option(
      '--key <fingerprint>',
      'the key the evidence must be sealed with, or the first 16 digits of it',
      fingerprint,
    )
    .option('--json', 'print all that was found, as JSON, one line for each scan')
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          'tagtrail verify shop-scan',
          'tagtrail verify scans/* --key ab12cd34ef56ab78',
          'tagtrail verify shop-scan --json | jq .faults',
        ],
        {
          0: 'as sealed',
          1: 'altered, or sealed with another key',
          2: 'the command line is at fault',
          3: 'no scan there, or it cannot be read',
          4: 'incomplete: cut short, never sealed or not signed; what is there is whole',
        },
      ),
    )
    .action((dirs: readonly string[], options: VerifyOptions) => verify(host, dirs, options))

async function verify({ stdout, end }: Host, dirs: readonly string[], { json, key }: VerifyOptions): Promise<void> {
  const [{ verifyBundle }, { reportsThere }, { verificationText }] = await Promise.all([
    import('../../scanner/store/verify-bundle.ts'),
    import('../../scanner/store/found-files.ts'),
    import('../verification-text.ts'),
  ])
  const seen: Verification[] = []
  for (const dir of dirs) {
    const verification = underKey(await verifyBundle(dir), key)
    seen.push(verification)
    const unsealed = verification.verdict === 'unreadable' ? [] : await reportsThere(dir)
    const reports =
      unsealed.length === 0 ? '' : `; ${listed(unsealed)} ${unsealed.length > 1 ? 'are' : 'is'} ${UNSEALED}`
    const prefix = dirs.length > 1 ? `${dir}: ` : ''
    stdout.write(
      json
        ? `${JSON.stringify({ dir, ...verification, unsealed })}\n`
        : `${terminalText(`${prefix}${verificationText(verification)}${reports}`)}\n`,
    )
  }
  const codes = seen.map(({ verdict }) => CODES[verdict])
  end(WORST_FIRST.find((code) => codes.includes(code)) ?? exitCodes.done)
}

/** Whoever got a report with the evidence makes his own of it rather than believe that one. */
const UNSEALED = 'not sealed (tagtrail report makes it anew)'

/** A seal by another key than the one expected is as good as none. */
function underKey(seen: Verification, expected: string | undefined): Verification {
  const key = seen.seal?.key ?? null
  if (expected === undefined || key === null || key.startsWith(expected)) return seen
  const why = `it is sealed by another key, ${key}`
  return { ...seen, verdict: 'altered', faults: [...seen.faults, { path: 'manifest.json', what: 'altered', why }] }
}

const CODES: Readonly<Record<Verification['verdict'], ExitCode>> = {
  verified: exitCodes.done,
  altered: exitCodes.findings,
  unreadable: exitCodes.notMade,
  incomplete: exitCodes.inconclusive,
}

const WORST_FIRST: readonly ExitCode[] = [exitCodes.findings, exitCodes.notMade, exitCodes.inconclusive]

function fingerprint(text: string): string {
  const digits = text.toLowerCase().replace(/[\s:…]/g, '')
  if (/^[0-9a-f]{16,64}$/.test(digits)) return digits
  throw new InvalidArgumentError('It must be 16 to 64 hexadecimal digits.')
}
