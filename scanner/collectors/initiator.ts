import type { Protocol } from 'puppeteer-core'
import type { Initiator, StackFrame } from '../model.ts'

/** What made the browser do something, flattened: the innermost call first, async parents after it. */
export function initiatorOf(initiator: Protocol.Network.Initiator): Initiator {
  const stack = framesOf(initiator.stack)
  return {
    type: initiator.type,
    url: initiator.url ?? stack[0]?.url ?? null,
    line: initiator.lineNumber === undefined ? (stack[0]?.line ?? null) : initiator.lineNumber + 1,
    stack,
  }
}

/** CDP counts lines and columns from 0, people from 1. */
export function framesOf(trace: Protocol.Runtime.StackTrace | undefined): readonly StackFrame[] {
  if (!trace) return []
  const frames = trace.callFrames.map(({ functionName, url, lineNumber, columnNumber }) => ({
    function: functionName,
    url,
    line: lineNumber + 1,
    column: columnNumber + 1,
  }))
  return [...frames, ...framesOf(trace.parent)]
}
