import type { ApiCallFact } from '../model.ts'
import type { Collector, NativeCall, Pen, RecordedTarget, Recording, Ticket } from './collector.ts'

/** Reads of what tells devices apart (canvas, audio, fonts, screen, hardware), counted per document and worker. */
export const deviceReads: Collector = {
  id: 'device-reads',
  sees: ['api-call'],
  begin: (pen) => new DeviceReadRecording(pen),
}

class DeviceReadRecording implements Recording {
  readonly #pen: Pen
  readonly #reads = new Map<string, { readonly ticket: Ticket; fact: ApiCallFact }>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ ref, onNativeCall }: RecordedTarget): void {
    onNativeCall((call) => {
      if (call.count !== null) this.#read(ref.targetId, call, call.count)
    })
  }

  flush(): void {
    for (const { fact, ticket } of this.#reads.values()) this.#pen.write(fact, ticket)
    this.#reads.clear()
  }

  #read(targetId: string, { point, realm, origin, isLastWord, stack }: NativeCall, count: number): void {
    const key = JSON.stringify([targetId, realm, point])
    const known = this.#reads.get(key)
    if (known) known.fact = { ...known.fact, count: known.fact.count + count }
    else
      this.#reads.set(key, {
        ticket: this.#pen.stamp(isLastWord ? 'last-words' : 'now'),
        fact: { kind: 'api-call', api: point, origin: originOf(origin), count, stack },
      })
  }
}

/** Of a worker its whole address is told. */
function originOf(told: string | null): string | null {
  return URL.parse(told ?? '')?.origin ?? told
}
