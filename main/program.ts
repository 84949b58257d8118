import { Command } from 'commander'
import { commands } from './commands/index.ts'
import { failureOf, isDebug } from './failure.ts'
import type { Host } from './host.ts'
import { terminalText } from './terminal-text.ts'
import { version } from './version.ts'

/** Runs the command line with the words the user typed after `tagtrail`. Never throws: how it went is told to the host. */
export async function run(words: readonly string[], host: Host): Promise<void> {
  try {
    await buildProgram(host).parseAsync([...words], { from: 'user' })
  } catch (error) {
    const { text, exitCode } = failureOf(error, isDebug(host.env))
    host.stderr.write(text)
    host.end(exitCode)
  }
}

function buildProgram(host: Host): Command {
  const program = new Command('tagtrail')
    .description(
      'Shows, with proof, what a marketing funnel loads and stores before consent, after reject and after accept.',
    )
    .usage('<command> [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', AFTER_HELP)
    .showHelpAfterError('Add --help for an explanation and examples.')
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
      outputError: (text, write) => write(terminalText(text)),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
    })
    .exitOverride()
  for (const build of commands) {
    const command = build(host)
    // Or a command's own mistakes would end the process on their own terms.
    program.addCommand(command.copyInheritedSettings(program))
  }
  return program
}

const AFTER_HELP = `
Try it on the shop that comes with it:
  $ tagtrail demo

Scan a site of your own:
  $ tagtrail scan https://shop.example/ https://shop.example/checkout --out shop-scan

From a checkout, put "npm run -s tagtrail --" in place of "tagtrail".
Errors come with a stack trace when TAGTRAIL_DEBUG=1 is set.`
