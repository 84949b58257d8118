import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { descendantsKb, watchMemory } from '../../main/peak-memory.ts'

test('tells what this process itself took', () => {
  expect(watchMemory().end()).toMatch(/^\d{2,4} MB by Tagtrail itself$/)
})

test.runIf(process.platform === 'linux')('counts what was started, and what that started', async () => {
  const inner = 'process.stdout.write("up"); setInterval(() => {}, 1000)'
  const outer = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" })`
  const child = spawn(process.execPath, ['-e', outer], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  try {
    await once(child.stdout, 'data')
    expect(await descendantsKb(process.pid)).toBeGreaterThan(20_000)
    expect(await descendantsKb(child.pid ?? 0)).toBeLessThan(await descendantsKb(process.pid))
  } finally {
    process.kill(-(child.pid ?? 0))
  }
})
