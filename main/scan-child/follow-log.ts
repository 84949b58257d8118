import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knowledge } from '../../scanner/knowledge/answers.ts'
import type { Observation, Plan } from '../../scanner/model.ts'
import { layout } from '../../scanner/store/layout.ts'
import type { Picture, SeenSoFar } from './messages.ts'

export interface LogFollower {
  /** Reads what was added since. */
  read(): Promise<SeenSoFar>
}

/** Counts what stands in the evidence of a scan while it is being written: vendors met, cookies, storage, the last picture. */
export function followLog(dir: string, plan: Plan, knowledge: Knowledge): LogFollower {
  const hosts = plan.steps.flatMap(({ go }) => (go.kind === 'url' ? [new URL(go.url).hostname] : []))
  const funnel = knowledge.funnel([...new Set([new URL(plan.site).hostname, ...hosts])])
  const vendors = new Set<string>()
  const cookies = new Set<string>()
  const storage = new Set<string>()
  let picture: Picture | null = null
  let offset = 0
  let rest = Buffer.alloc(0)

  const note = (seen: Observation): void => {
    switch (seen.kind) {
      case 'request': {
        const { url, method, resourceType } = seen
        const { vendorId } = knowledge.identifyRequest({ url, method, resourceType, funnel }).identification
        if (vendorId !== null) vendors.add(vendorId)
        break
      }
      case 'cookie-write':
        if (seen.effect === 'set') cookies.add(`${seen.journey} ${seen.domain} ${seen.name}`)
        break
      case 'storage-write':
        if (seen.effect === 'set') storage.add(`${seen.journey} ${seen.origin} ${seen.key}`)
        break
      case 'screenshot':
        picture = { path: seen.path, run: seen.run, state: seen.journey, stepId: seen.stepId }
        break
      default:
    }
  }

  return {
    async read() {
      const added = await readFrom(join(dir, layout.observations), offset)
      offset += added.length
      const bytes = Buffer.concat([rest, added])
      const end = bytes.lastIndexOf(LINE_FEED) + 1
      rest = bytes.subarray(end)
      for (const line of bytes.subarray(0, end).toString('utf8').split('\n')) {
        // Our own writer's lines; only a disk that fails could make them anything else, and the seal tells of that.
        if (line !== '') note(JSON.parse(line) as Observation)
      }
      return { vendors: vendors.size, cookies: cookies.size, storage: storage.size, picture }
    },
  }
}

const LINE_FEED = 10

async function readFrom(path: string, offset: number): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => null)
  if (file === null) return Buffer.alloc(0)
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(Math.max(0, size - offset))
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
