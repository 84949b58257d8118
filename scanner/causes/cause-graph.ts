import type { Observation, ObservationOf, StackFrame } from '../model.ts'
import { nodeOf, unseenCode, type CauseNode } from './cause-node.ts'
import { placeKey, requestsSeen, type RequestsSeen } from './requests-seen.ts'
import { writesSeen } from './writes-seen.ts'

/** Who loaded this, who set this: what led to each observation, as far as it was seen. */
export interface CauseGraph {
  node(id: string): CauseNode | null
  /** What stands directly behind it, nearest first: the calls on its stack, the answer that set it, the hop before. */
  behind(id: string): readonly CauseEdge[]
  /** What it is the nearest cause of, in the order of time. */
  ahead(id: string): readonly CauseEdge[]
  /** The way from its nearest cause up to where nothing more is known: usually the page the visitor asked for. */
  chain(id: string): readonly CauseEdge[]
}

export interface CauseEdge {
  readonly cause: CauseNode
  readonly effect: CauseNode
  /**
   * `called`: its code was on the stack; `named`: it stands in that document or script; `answered`, `redirected`: by that
   * request; `kept`: what was written was still there when the step ended; `carried`: it was part of that request.
   */
  readonly how: 'called' | 'named' | 'answered' | 'redirected' | 'kept' | 'carried'
  /** Where in the cause, counted from 1. */
  readonly line: number | null
}

export function causeGraph(observations: readonly Observation[]): CauseGraph {
  const byId = new Map(observations.map((seen) => [seen.id, seen]))
  const seenBefore: SeenBefore = { requests: requestsSeen(observations), writeOf: writesSeen(observations) }
  let effects: ReadonlyMap<string, readonly Observation[]> | null = null

  const node = (id: string): CauseNode | null => {
    const seen = byId.get(id)
    return seen ? nodeOf(seen) : null
  }
  const behind = (id: string): readonly CauseEdge[] => {
    const seen = byId.get(id)
    return seen ? edgesTo(seen, seenBefore) : []
  }
  return {
    node,
    behind,
    ahead(id) {
      effects ??= effectsOf(observations, (seen) => nearest(edgesTo(seen, seenBefore)))
      return (effects.get(id) ?? []).toSorted((a, b) => a.at - b.at).flatMap((seen) => nearest(behind(seen.id)) ?? [])
    },
    chain(id) {
      const passed = new Set([id])
      const chain: CauseEdge[] = []
      let edge = nearest(behind(id))
      while (edge && !passed.has(edge.cause.id) && chain.length < MOST_LINKS) {
        chain.push(edge)
        passed.add(edge.cause.id)
        edge = nearest(behind(edge.cause.id))
      }
      return chain
    },
  }
}

/** Far beyond any honest chain; a hostile page must not hold us up. */
const MOST_LINKS = 100

interface SeenBefore {
  readonly requests: RequestsSeen
  readonly writeOf: ReturnType<typeof writesSeen>
}

/** What a container puts into a page runs as the page's own code: then the container caused it, and not the page. */
function nearest(edges: readonly CauseEdge[]): CauseEdge | undefined {
  const [first] = edges
  if (first?.how !== 'called' || first.cause.kind !== 'document') return first
  return edges.find(({ cause, how }) => how === 'called' && cause.kind === 'container') ?? first
}

function edgesTo(seen: Observation, { requests, writeOf }: SeenBefore): readonly CauseEdge[] {
  const effect = nodeOf(seen)
  if (!effect) return []
  const edge = (of: Observation | null, how: CauseEdge['how']): readonly CauseEdge[] => {
    const cause = of && nodeOf(of)
    return cause ? [{ cause, effect, how, line: null }] : []
  }
  const calls = (stack: readonly StackFrame[]): readonly CauseEdge[] =>
    firstOfEach(stack).map(({ url, line }) => ({ cause: code(url, seen, requests), effect, how: 'called', line }))
  switch (seen.kind) {
    case 'request':
    case 'socket':
      return [
        ...(seen.kind === 'request' ? edge(requests.withId(seen.redirectedFrom, seen), 'redirected') : []),
        ...calls(seen.initiator.stack),
        ...namedIn(seen, effect, requests),
      ]
    case 'cookie-write': {
      const answer = requests.withId(seen.requestId, seen)
      return answer ? edge(answer, 'answered') : calls(seen.stack)
    }
    case 'storage-write':
    case 'api-call':
      return calls(seen.stack)
    case 'cookie':
    case 'storage':
      return edge(writeOf(seen), 'kept')
    case 'canary-seen':
      return edge(requests.withId(seen.requestId, seen), 'carried')
    default:
      return []
  }
}

type Asked = ObservationOf<'request'> | ObservationOf<'socket'>

/** Where its address stands written, when no call was seen from there. */
function namedIn(seen: Asked, effect: CauseNode, requests: RequestsSeen): readonly CauseEdge[] {
  const { stack, url, line } = seen.initiator
  if (url === null || !isWeb(url) || stack.some((frame) => frame.url === url)) return []
  return [{ cause: code(url, seen, requests), effect, how: 'named', line }]
}

/** What was at this address when it acted. */
function code(url: string, actedOn: Observation, requests: RequestsSeen): CauseNode {
  const request = requests.at(url, actedOn)
  return (request && nodeOf(request)) ?? unseenCode(placeKey(actedOn, url), url)
}

/** The innermost call of each script. */
function firstOfEach(stack: readonly StackFrame[]): readonly StackFrame[] {
  const first = new Map<string, StackFrame>()
  for (const frame of stack) if (isWeb(frame.url) && !first.has(frame.url)) first.set(frame.url, frame)
  return [...first.values()]
}

function isWeb(url: string): boolean {
  return /^https?:/.test(url)
}

/** By cause. Without the edges: those of all of a large scan would be large. */
function effectsOf(
  observations: readonly Observation[],
  causeOf: (seen: Observation) => CauseEdge | undefined,
): ReadonlyMap<string, readonly Observation[]> {
  const effects = new Map<string, Observation[]>()
  for (const seen of observations) {
    const cause = causeOf(seen)?.cause.id
    if (cause === undefined || cause === seen.id) continue
    const known = effects.get(cause)
    if (known) known.push(seen)
    else effects.set(cause, [seen])
  }
  return effects
}
