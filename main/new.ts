import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { newItem, NotNew } from './new/item.ts'
import { shelves } from './new/shelves.ts'

/** `npm run new <shelf> <id>`: the files of a new item, its line in the list, and what is left to do. For a checkout. */
const program = new Command('npm run new')
  .usage('<shelf> <id>')
  .description('Writes a new item of a shelf and its test, and puts it into the list of the shelf.')
  .argument('<shelf>', 'where it stands')
  .argument('<id>', 'how its files are called')
  .addHelpText(
    'after',
    `\nShelves, and what an id looks like:\n${shelves.map(({ name, idExample }) => `  ${name.padEnd(15)}${idExample}`).join('\n')}`,
  )
  .showHelpAfterError('Add --help for the shelves there are.')
  .action(make)

async function make(shelfName: string, id: string): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const today = new Date().toISOString().slice(0, 10)
  const item = await newItem(root, { shelf: shelfName, id, today }).catch(refuse)
  if (item === null) return
  for (const { path, text } of item.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    process.stdout.write(`wrote ${path}\n`)
  }
  process.stdout.write(`\nNext:\n${item.next.map((sentence) => `  - ${sentence}\n`).join('')}`)
}

function refuse(error: unknown): null {
  if (!(error instanceof NotNew)) throw error
  process.stderr.write(`error: ${error.message}\n`)
  process.exitCode = exitCodes.usage
  return null
}

await program.parseAsync()
