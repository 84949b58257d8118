import type { TargetWatch, WatchedTarget } from '../../scanner/browser/targets.ts'
import type { Witness, Witnessed } from '../../scanner/browser/witness.ts'

/** The two watches over a browser, saying what a test makes them say. */
export interface FakeWatch {
  readonly watch: TargetWatch
  readonly witness: Witness
  arrive(target: WatchedTarget): void
  leave(target: WatchedTarget): void
  see(seen: Witnessed): void
}

export function fakeWatch(): FakeWatch {
  const arrivals = new Set<(target: WatchedTarget) => void>()
  const departures = new Set<(target: WatchedTarget) => void>()
  const witnesses = new Set<(seen: Witnessed) => void>()
  const subscribe = <L>(to: Set<L>, listener: L) => {
    to.add(listener)
    return () => void to.delete(listener)
  }
  return {
    watch: {
      onTarget: (listener) => subscribe(arrivals, listener),
      onGone: (listener) => subscribe(departures, listener),
    },
    witness: { onRequest: (listener) => subscribe(witnesses, listener) },
    arrive: (target) => arrivals.forEach((listener) => listener(target)),
    leave: (target) => departures.forEach((listener) => listener(target)),
    see: (seen) => witnesses.forEach((listener) => listener(seen)),
  }
}
