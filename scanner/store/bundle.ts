import { join } from 'node:path'
import type { ScanError } from '../errors.ts'
import type { Environment, Plan } from '../model.ts'
import { emptyFolder, prepareFolder } from './bundle-folder.ts'
import { ChainWriter } from './chain.ts'
import { disk as realDisk, type AppendFile, type Disk } from './disk.ts'
import { layout, type LogFile } from './layout.ts'
import { writeError } from './write-error.ts'
import { openWriteQueue } from './write-queue.ts'

/** The folder of one scan while it is being filled. */
export interface Bundle {
  readonly dir: string
  /** Adds one JSON object as a line, chained to the line before; never waits, never throws. */
  append(file: LogFile, line: string): void
  /** Stores bytes under a path of the layout, once. */
  keep(path: string, content: Uint8Array): void
  /** Resolves once all that was given so far is on disk; rejects with the failure of the first write. */
  flush(): Promise<void>
  /** Called once when a write fails, so that the scan can stop: nothing more is stored after that. */
  onFailure(listener: (failure: ScanError) => void): void
  /** Flushes and lets go of the files; what comes later is not stored. */
  close(): Promise<void>
  writePlan(plan: Plan): Promise<void>
  /** Written at the start (`ended: null`) and replaced at the end; also after `close`. */
  writeEnvironment(environment: Environment): Promise<void>
  /** Takes the whole bundle away again, for a scan that never began. */
  discard(): Promise<void>
}

export interface BundleOptions {
  /** Replaces a bundle that stands there already. */
  readonly overwrite?: boolean
  readonly disk?: Disk
}

/**
 * Makes the folder of a scan, or refuses with `plan-invalid`: an existing bundle is only replaced when told so, and a
 * folder with anything else in it never.
 */
export async function createBundle(dir: string, options: BundleOptions = {}): Promise<Bundle> {
  const disk = options.disk ?? realDisk
  await prepareFolder(dir, options.overwrite ?? false)
  const files = await openFiles(dir, disk)
  const queue = openWriteQueue(disk)
  const chains = { [layout.observations]: new ChainWriter(), [layout.gaps]: new ChainWriter() }
  let closing: Promise<void> | null = null

  const close = async (): Promise<void> => {
    try {
      await queue.flush()
    } finally {
      for (const file of Object.values(files)) await file.close()
    }
  }
  const write = async (name: string, value: unknown): Promise<void> => {
    const path = join(dir, name)
    await disk.replace(path, `${JSON.stringify(value, null, 2)}\n`).catch((cause: unknown) => {
      throw writeError(path, cause)
    })
  }

  return {
    dir,
    append: (file, line) => {
      if (closing === null) queue.append(files[file], join(dir, file), chains[file].link(line))
    },
    keep: (path, content) => {
      if (closing === null) queue.put(join(dir, path), content)
    },
    flush: () => queue.flush(),
    onFailure: (listener) => queue.onFailure(listener),
    close: () => (closing ??= close()),
    writePlan: (plan) => write(layout.plan, plan),
    writeEnvironment: (environment) => write(layout.environment, environment),
    async discard() {
      await (closing ??= close()).catch(() => undefined) // What could not be written is thrown away anyway.
      await emptyFolder(dir)
    },
  }
}

async function openFiles(dir: string, disk: Disk): Promise<Record<LogFile, AppendFile>> {
  try {
    await disk.makeFolder(join(dir, layout.bodies))
    await disk.makeFolder(join(dir, layout.screenshots))
    return {
      [layout.observations]: await disk.openAppend(join(dir, layout.observations)),
      [layout.gaps]: await disk.openAppend(join(dir, layout.gaps)),
    }
  } catch (cause) {
    throw writeError(dir, cause)
  }
}
