import type { NativeCall, RecordedTarget } from '../../scanner/collectors/collector.ts'
import { fakeSession, type Answers, type FakeSession } from './fake-session.ts'

/** A page, frame or worker that exists only as its session. */
export interface FakeTarget extends FakeSession {
  readonly target: RecordedTarget
  /** The page calls one of the browser's own functions. */
  call(point: NativeCall['point'], args: NativeCall['arguments'], of?: Partial<NativeCall>): void
}

export function fakeTarget(
  of: { readonly type?: string; readonly url?: string } = {},
  answers: Answers = {},
): FakeTarget {
  const { type = 'page', url = 'https://shop.example/' } = of
  const fake = fakeSession(answers)
  const listeners: ((call: NativeCall) => void)[] = []
  return {
    ...fake,
    target: {
      ref: { targetId: `T-${type}`, type, url },
      session: fake.session,
      onNativeCall: (listener) => void listeners.push(listener),
    },
    call: (point, args, given = {}) => {
      const usual = { count: null, record: null, realm: 1, storage: 'local' as const, isLastWord: false, stack: [] }
      const told = { point, arguments: args, origin: new URL(url).origin, ...usual, ...given }
      for (const listener of listeners) listener(told)
    },
  }
}
