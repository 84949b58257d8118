import type { Initiator, StackFrame } from '../model.ts'
import type { RawEntry, RawStack } from './shape.ts'

/** What caused a request, where the program that wrote the file knew. Chrome counts lines from 0, people from 1. */
export function initiatorIn(raw: RawEntry['initiator']): Initiator {
  if (raw === null || raw === undefined || raw === '') return { type: 'other', url: null, line: null, stack: [] }
  if (typeof raw === 'string') return { type: 'other', url: raw, line: null, stack: [] }
  const stack = framesOf(raw.stack)
  const line = typeof raw.lineNumber === 'number' ? raw.lineNumber + 1 : (stack[0]?.line ?? null)
  return { type: raw.type || 'other', url: raw.url || (stack[0]?.url ?? null), line, stack }
}

function framesOf(stack: RawStack | null): readonly StackFrame[] {
  if (!stack) return []
  const frames = stack.callFrames.map(({ functionName, url, lineNumber, columnNumber }) => ({
    function: functionName,
    url,
    line: lineNumber + 1,
    column: columnNumber + 1,
  }))
  return [...frames, ...framesOf(stack.parent)]
}
