import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import type { Host } from '../host.ts'

/** One command of the command line: a file here and a line in `index.ts`. What is heavy is imported in its action. */
export type CommandBuilder = (host: Host) => Command

/** What every --help ends with: real examples, and the ways this command can end. */
export function examplesAndExitCodes(
  examples: readonly string[],
  meanings: Partial<Readonly<Record<ExitCode, string>>>,
): string {
  const lines = [
    'Examples:',
    ...examples.map((example) => `  $ ${example}`),
    '',
    'Exit codes:',
    ...Object.entries(meanings).map(([code, meaning]) => `  ${code}  ${meaning}`),
  ]
  return `\n${lines.join('\n')}`
}
