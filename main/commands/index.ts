import { calibrateCommand } from './calibrate.ts'
import type { CommandBuilder } from './command.ts'
import { compareCommand } from './compare.ts'
import { demoCommand } from './demo.ts'
import { knowledgeCommand } from './knowledge.ts'
import { harCommand } from './har.ts'
import { importHarCommand } from './import-har.ts'
import { labCommand } from './lab.ts'
import { packCommand } from './pack.ts'
import { reportCommand } from './report.ts'
import { rulingCommand } from './ruling.ts'
import { scanCommand } from './scan.ts'
import { schemaCommand } from './schema.ts'
import { serveCommand } from './serve.ts'
import { unpackCommand } from './unpack.ts'
import { verifyCommand } from './verify.ts'

/** Every command, in the order of --help. */
export const commands: readonly CommandBuilder[] = [
  scanCommand,
  serveCommand,
  reportCommand,
  compareCommand,
  rulingCommand,
  verifyCommand,
  packCommand,
  unpackCommand,
  importHarCommand,
  harCommand,
  knowledgeCommand,
  demoCommand,
  labCommand,
  calibrateCommand,
  schemaCommand,
]
