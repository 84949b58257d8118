import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded into the program that is measured: tells on asking how long its loop stood still at most since it was asked last. */
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
process.on('message', () => {
  process.send?.({ worstMs: delay.max / 1e6 })
  // What begins right now would not be told: the first time after a reset is not counted.
  delay.reset()
})
process.channel?.unref()
