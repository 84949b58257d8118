import { existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { Command } from 'commander'
import { ScanError } from '../../scanner/errors.ts'
import type { Host } from '../host.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

/** The way back from one file to a folder; what is in the file is mistrusted. */
export const unpackCommand: CommandBuilder = (host) =>
  new Command('unpack')
    .summary('take a scan out of such a file')
    .description(
      'Unpacks a .tagtrail file into a new folder. Only files that a scan has are written, and none when anything in the file is not as it should be. Whether the scan is as it was sealed tells tagtrail verify.',
    )
    .argument('<file>', 'the .tagtrail file')
    .requiredOption('--out <dir>', 'folder to make; it must not be there yet')
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail unpack shop-scan.tagtrail --out shop-scan && tagtrail verify shop-scan'], {
        0: 'unpacked',
        2: 'the command line is at fault, or the folder is there already',
        3: 'the file is damaged, no scan, or of a newer version; or there is no room',
      }),
    )
    .action((file: string, { out }: { readonly out: string }) => unpack(host, file, out))

async function unpack({ stdout }: Host, file: string, out: string): Promise<void> {
  const { unpackBundle } = await import('../../scanner/store/archive.ts')
  if (existsSync(out)) throw new ScanError('plan-invalid', `${out} is there already; name a new folder`)
  await access(file).catch((cause: NodeJS.ErrnoException) => {
    throw new ScanError('plan-invalid', `${file} cannot be read (${cause.code ?? cause.message})`, { cause })
  })
  await unpackBundle(file, out)
  stdout.write(`${out}\n`)
}
