import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { exitCodes } from '../exit-codes.ts'
import { hasColour, widthOf, type Host } from '../host.ts'
import { knowledgeOf } from '../knowledge-of.ts'
import { terminalText } from '../terminal-text.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'
import { Group } from './group.ts'
import { knowledgeOption } from './knowledge-option.ts'

interface Own {
  readonly knowledge?: string
}

/** What Tagtrail knows of vendors: to read, to search, to check, to measure, and to ask from other programs. */
export const knowledgeCommand: CommandBuilder = (host) => {
  const group = new Group('knowledge')
    .summary('what Tagtrail knows of vendors')
    .description(
      'Shows, searches, checks and measures what Tagtrail knows of vendors, and classifies what is given to it.',
    )
  for (const build of [showCommand, searchCommand, classifyCommand, checkCommand, coverageCommand])
    group.addCommand(build(host))
  return group
}

const showCommand: CommandBuilder = (host) =>
  new Command('show')
    .description('Prints all that a vendor record holds, or the one fact that the source of an answer names.')
    .argument('<vendor>', 'a vendor, such as kartra, or a fact of it, such as kartra#storage:kuuid')
    .option('--json', 'print the record as JSON')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      examplesAndExitCodes(
        ['tagtrail knowledge show kartra', "tagtrail knowledge show 'hotjar#storage:_hjid' --json"],
        {
          0: 'printed',
          2: 'there is no such vendor or fact, or your own knowledge is at fault',
        },
      ),
    )
    .action(async (wanted: string, options: Own & { json?: true }, command: Command) => {
      const [{ show }, { showText, factText }, knowledge] = await Promise.all([
        import('../../scanner/knowledge/show.ts'),
        import('./knowledge/show-text.ts'),
        knowledgeOf(options.knowledge ?? null),
      ])
      const found = show(knowledge, wanted)
      if (found === null) return command.error(await notFound(knowledge, wanted))
      const text = 'provenance' in found ? showText(found, style(host)) : factText(wanted, found, style(host))
      host.stdout.write(options.json ? json(found) : terminalText(text))
    })

const searchCommand: CommandBuilder = (host) =>
  new Command('search')
    .description('Finds vendors by name, alias, host, cookie, storage key or click parameter.')
    .argument('<words...>', 'what to look for; a full cookie name also finds its pattern')
    .option('--json', 'print the hits as JSON')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail knowledge search clarity', 'tagtrail knowledge search _hjSessionUser_12345'], {
        0: 'searched, whether or not anything was found',
        2: 'the command line or your own knowledge is at fault',
      }),
    )
    .action(async (words: readonly string[], options: Own & { json?: true }) => {
      const [{ search }, { hitsText }, knowledge] = await Promise.all([
        import('../../scanner/knowledge/search.ts'),
        import('./knowledge/hits-text.ts'),
        knowledgeOf(options.knowledge ?? null),
      ])
      const hits = search(knowledge, words.join(' '))
      host.stdout.write(options.json ? json(hits) : terminalText(hitsText(hits, words.join(' '))))
    })

const classifyCommand: CommandBuilder = (host) =>
  new Command('classify')
    .description(
      'Reads one item per line on standard input and writes one line of JSON for each: input, vendor, category, layer, source, confidence, disputed, lists. No site is given, so nothing is first party.',
    )
    .addOption(
      new Option('--kind <kind>', 'what the lines are; a cookie is a name, or a name, a tab and a domain')
        .choices(['url', 'cookie', 'storage'])
        .makeOptionMandatory(),
    )
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      examplesAndExitCodes(
        [
          'tagtrail knowledge classify --kind url < urls.txt',
          "printf 'fr\\t.facebook.com\\n' | tagtrail knowledge classify --kind cookie",
        ],
        { 0: 'every line answered', 2: 'the command line or your own knowledge is at fault' },
      ),
    )
    .action(async (options: Own & { kind: 'url' | 'cookie' | 'storage' }) => {
      const [{ classifyLines }, knowledge] = await Promise.all([
        import('./knowledge/classify-lines.ts'),
        knowledgeOf(options.knowledge ?? null),
      ])
      await classifyLines(process.stdin, host.stdout, { knowledge, kind: options.kind })
    })

const checkCommand: CommandBuilder = (host) =>
  new Command('check')
    .description('Checks the vendor records, or a folder or file of your own, and says what to do about each fault.')
    .addArgument(new Argument('[path]', 'your own knowledge: a folder, or one .json file'))
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail knowledge check', 'tagtrail knowledge check my-vendors'], {
        0: 'nothing is wrong; records due for review are named',
        1: 'something is wrong with our records',
        2: 'something is wrong with your own knowledge',
      }),
    )
    .action(async (path: string | undefined) => {
      const [{ faultsOfRecords, reviewsDue }, knowledge] = await Promise.all([
        import('../../scanner/knowledge/check.ts'),
        knowledgeOf(path ?? null),
      ])
      const faults = path === undefined ? faultsOfRecords(knowledge.vendors) : []
      const due = reviewsDue(knowledge.vendors, host.clock.now().toISOString().slice(0, 10))
      const sum = `${knowledge.vendors.length} records, knowledge ${knowledge.version}: ${faults.length === 0 ? 'nothing wrong' : counted(faults.length)}`
      host.stdout.write(terminalText([...faults, ...due, sum].map((line) => `${line}\n`).join('')))
      if (faults.length > 0) host.end(exitCodes.findings)
    })

const coverageCommand: CommandBuilder = (host) =>
  new Command('coverage')
    .description(
      'Measures how many of the hosts most often met on the web have a vendor. The list is ranked by third-party-web; a third of it was held out while records were written.',
    )
    .option('--json', 'print the figures as JSON')
    .option('--missing <number>', 'name that many hosts without a vendor', wholeNumber, 0)
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail knowledge coverage', 'tagtrail knowledge coverage --missing 50'], {
        0: 'measured',
        2: 'the command line or your own knowledge is at fault',
        3: 'the ranked list is not here: it comes with a checkout only',
      }),
    )
    .action(async (options: Own & { json?: true; missing: number }) => {
      const [{ parts, coverageText }, knowledge] = await Promise.all([
        import('./knowledge/coverage-text.ts'),
        knowledgeOf(options.knowledge ?? null),
      ])
      const measured = parts(knowledge)
      if (measured === null) {
        host.stderr.write('error: the ranked host list of third-party-web is not here; run this in a checkout\n')
        return host.end(exitCodes.notMade)
      }
      host.stdout.write(options.json ? json(measured) : coverageText(measured, options.missing))
    })

function counted(faults: number): string {
  return faults === 1 ? '1 fault' : `${faults} faults`
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

/** Ends with the way out: what is called alike. */
async function notFound(knowledge: Awaited<ReturnType<typeof knowledgeOf>>, wanted: string): Promise<string> {
  const { search } = await import('../../scanner/knowledge/search.ts')
  const [vendor = wanted, fact] = wanted.split('#')
  const alike = [...new Set(search(knowledge, vendor).map(({ vendorId }) => vendorId))].slice(0, 8)
  if (fact !== undefined && knowledge.vendor(vendor))
    return `error: ${vendor} holds no ${fact}; see "tagtrail knowledge show ${vendor}"`
  const hint = alike.length > 0 ? `did you mean ${alike.join(', ')}?` : 'try "tagtrail knowledge search <words>"'
  return `error: there is no vendor "${vendor}"; ${hint}`
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function style({ stdout }: Host): { width: number; colour: boolean } {
  return { width: widthOf(stdout), colour: hasColour(stdout) }
}
