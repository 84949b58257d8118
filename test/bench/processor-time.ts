import { readdirSync, readFileSync } from 'node:fs'

/** Processor time in ms that a process, all it started and all they left behind have used so far (Linux). */
export function processorTimeOf(pid: number): number {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []))
  const family = new Set([pid])
  // A child may stand before its parent in the list.
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const each of processes) if (family.has(each.parent)) family.add(each.pid)
  }
  return processes.filter((each) => family.has(each.pid)).reduce((sum, { ticks }) => sum + ticks, 0) * MS_PER_TICK
}

/** `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10

function statOf(pid: number): { readonly pid: number; readonly parent: number; readonly ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; counted after it, 1 is the parent, 11 to 14 the times with those of the dead.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { pid, parent: fields[1] ?? 0, ticks: fields.slice(11, 15).reduce((sum, each) => sum + each, 0) }
  } catch {
    return null
  }
}
