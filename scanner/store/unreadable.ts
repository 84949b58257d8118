import { ScanError } from '../errors.ts'
import { layout } from './layout.ts'
import { readManifest } from './manifest.ts'
import { readJson } from './read-json.ts'
import { environment } from './schemas/environment.ts'
import { recordedPlan } from './schemas/plan.ts'
import * as z from 'zod'

/** Why this version of Tagtrail cannot read the bundle in this folder, as the end of a sentence; `null` when it can. */
export async function unreadable(dir: string): Promise<string | null> {
  try {
    await readJson(dir, layout.environment, environment)
    await readJson(dir, layout.plan, recordedPlan)
    await readManifest(dir)
    return null
  } catch (cause) {
    if (!(cause instanceof ScanError)) throw cause
    const maker = await readJson(dir, layout.environment, made).catch(() => null)
    const by = maker ? `it was made by Tagtrail ${maker.tool.version}, and ` : ''
    const what = cause.message.replaceAll(`${dir}/`, '').replaceAll(`${dir}\\`, '').split(';')[0] ?? ''
    return `${by}${what.replace('Tagtrail writes it', 'this version writes it')}; a newer version may read it`
  }
}

/** All that is sure to stand in it, whatever version wrote it. */
const made = z.object({
  tool: z.object({
    version: z
      .string()
      .max(40)
      .regex(/^[\w.+-]+$/),
  }),
})
