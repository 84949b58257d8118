import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

/** A scan as one file, to be sent to somebody who opens it in the application or unpacks it. */
export const packCommand: CommandBuilder = (host) =>
  new Command('pack')
    .summary('put a scan into one file')
    .description(
      'Writes a scan with its evidence, seals and reports into one .tagtrail file, which is a ZIP. The application opens it, and so does tagtrail unpack. The same scan always gives the same file. It holds what the site sent: treat it like the evidence itself.',
    )
    .argument('<dir>', 'folder of the scan')
    .option('--out <file>', 'where to write it (default: beside the folder, as <dir>.tagtrail)')
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail pack shop-scan', 'tagtrail pack shop-scan --out to-client.tagtrail'], {
        0: 'written',
        2: 'the command line is at fault',
        3: 'there is no scan in that folder, or no room for the file',
      }),
    )
    .action((dir: string, { out }: { readonly out?: string }) => pack(host, dir, out ?? `${resolve(dir)}.tagtrail`))

async function pack({ stdout }: Host, dir: string, out: string): Promise<void> {
  const { writeArchive } = await import('../../scanner/store/archive.ts')
  await writeArchive(dir, out)
  stdout.write(`${out}\n`)
}
