import { readdir, readFile } from 'node:fs/promises'

/** Watches how much memory this process and all it started take; the browser's part only where /proc tells it. */
export function watchMemory(): { end(): string } {
  let browserPeakKb = 0
  const sample = async (): Promise<void> => {
    browserPeakKb = Math.max(browserPeakKb, await descendantsKb(process.pid).catch(() => 0))
  }
  const timer = setInterval(() => void sample(), SAMPLE_MS)
  timer.unref()
  return {
    end() {
      clearInterval(timer)
      const own = `${inMegabytes(process.resourceUsage().maxRSS)} by Tagtrail itself`
      return browserPeakKb === 0 ? own : `${own}, ${inMegabytes(browserPeakKb)} by the browser`
    },
  }
}

const SAMPLE_MS = 500

function inMegabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MB`
}

/** All that was started below this process, shared pages counted once. */
export async function descendantsKb(root: number): Promise<number> {
  const parents = await parentsOfAll()
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)
    return parent !== undefined && (parent === root || isBelow(parent))
  }
  const sizes = await Promise.all([...parents.keys()].filter(isBelow).map(sizeKb))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function parentsOfAll(): Promise<ReadonlyMap<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  // The command's name stands in parentheses and may hold anything; state and parent follow it.
  return new Map(stats.map((stat, index) => [Number(pids[index]), Number(/.*\) \S (\d+)/s.exec(stat)?.[1])]))
}

/** Its proportional share of what it uses, in kB; a sandboxed process tells only its resident size. */
async function sizeKb(pid: number): Promise<number> {
  const share = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const status = share === '' ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : ''
  return Number(/^(?:Pss|VmRSS):\s+(\d+) kB/m.exec(share || status)?.[1] ?? 0)
}
