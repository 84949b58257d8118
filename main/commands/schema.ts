import { Argument, Command } from 'commander'
import { jsonSchema, schemaNames, type SchemaName } from '../../scanner/schemas.ts'
import { examplesAndExitCodes, type CommandBuilder } from './command.ts'

/** The shapes of the public format, for editors and other programs. */
export const schemaCommand: CommandBuilder = ({ stdout }) =>
  new Command('schema')
    .summary('print a JSON Schema: of the plan file, a file of a scan, or a calibration')
    .description(
      'Prints the JSON Schema (draft 2020-12) of the plan file, of a file in the folder of a scan, or of what calibrate --json prints.',
    )
    .addArgument(new Argument('<name>', 'which one').choices(schemaNames))
    .addHelpText(
      'after',
      examplesAndExitCodes(['tagtrail schema plan > plan.schema.json', 'tagtrail schema observation'], {
        0: 'printed',
        2: 'the command line is at fault',
      }),
    )
    .action((name: SchemaName) => {
      stdout.write(`${JSON.stringify(jsonSchema(name), null, 2)}\n`)
    })
