import type { Observation, ObservationOf, StackFrame } from '../model.ts'
import { requestsSeen, type RequestsSeen } from './requests-seen.ts'

/** Who loaded this, who set this: what led to each observation, as far as it was seen. */
export interface CauseGraph {
  node(id: string): CauseNode | null
  /** What stands directly behind it, nearest first: the calls on its stack, the answer that set it, the hop before. */
  behind(id: string): readonly CauseEdge[]
  /** What it led to directly, in the order of time. */
  ahead(id: string): readonly CauseEdge[]
  /** The way from its nearest cause up to where nothing more is known: usually the page the visitor asked for. */
  chain(id: string): readonly CauseNode[]
}

/** `read` is a call that tells devices apart; whatever else a page asks for is a `request`. */
export type CauseKind = 'container' | 'document' | 'script' | 'request' | 'socket' | 'cookie' | 'storage' | 'read'

export interface CauseNode {
  /** Id of the observation, or the address of code that nobody saw arriving. */
  readonly id: string
  readonly kind: CauseKind
  /** A container's id, an address, or the name of what was stored or called. */
  readonly name: string
  readonly observation: Observation | null
}

export interface CauseEdge {
  readonly cause: CauseNode
  readonly effect: CauseNode
  /** `called`: its code was on the stack; `named`: it stands in that document or script; `answered`, `redirected`: by that request. */
  readonly how: 'called' | 'named' | 'answered' | 'redirected'
  /** Where in the cause, counted from 1. */
  readonly line: number | null
}

export function causeGraph(observations: readonly Observation[]): CauseGraph {
  const byId = new Map(observations.flatMap((seen) => (nodeOf(seen) ? [[seen.id, seen] as const] : [])))
  const requests = requestsSeen(observations)
  let effects: ReadonlyMap<string, readonly CauseEdge[]> | null = null

  const node = (id: string): CauseNode | null => {
    const seen = byId.get(id)
    return seen ? nodeOf(seen) : null
  }
  const behind = (id: string): readonly CauseEdge[] => {
    const seen = byId.get(id)
    return seen ? edgesTo(seen, requests) : []
  }
  return {
    node,
    behind,
    ahead: (id) => (effects ??= inverted([...byId.keys()].flatMap(behind))).get(id) ?? [],
    chain: (id) => {
      const passed = new Map<string, CauseNode>()
      let at = behind(id)[0]?.cause
      while (at && at.id !== id && !passed.has(at.id) && passed.size < MOST_LINKS) {
        passed.set(at.id, at)
        at = behind(at.id)[0]?.cause
      }
      return [...passed.values()]
    },
  }
}

/** Far beyond any honest chain; a hostile page must not hold us up. */
const MOST_LINKS = 100

/** `GTM-...` of the address a container's code is loaded from. */
export function containerIn(url: string): string | null {
  return /[?&]id=(GTM-[A-Z0-9]+)/.exec(url)?.[1] ?? null
}

function nodeOf(seen: Observation): CauseNode | null {
  const { id } = seen
  switch (seen.kind) {
    case 'request': {
      const { resourceType: type } = seen
      if (type !== 'document' && type !== 'script') return { id, kind: 'request', name: seen.url, observation: seen }
      const container = containerIn(seen.url)
      return container === null
        ? { id, kind: type, name: seen.url, observation: seen }
        : { id, kind: 'container', name: container, observation: seen }
    }
    case 'socket':
      return { id, kind: 'socket', name: seen.url, observation: seen }
    case 'cookie-write':
      return { id, kind: 'cookie', name: seen.name, observation: seen }
    case 'storage-write':
      return { id, kind: 'storage', name: seen.key, observation: seen }
    case 'api-call':
      return { id, kind: 'read', name: seen.api, observation: seen }
    default:
      return null
  }
}

function edgesTo(seen: Observation, requests: RequestsSeen): readonly CauseEdge[] {
  const effect = nodeOf(seen)
  if (!effect) return []
  const edge = (of: ObservationOf<'request'> | null, how: CauseEdge['how']): readonly CauseEdge[] => {
    const cause = of && nodeOf(of)
    return cause ? [{ cause, effect, how, line: null }] : []
  }
  const calls = (stack: readonly StackFrame[]): readonly CauseEdge[] =>
    firstOfEach(stack).map(({ url, line }) => ({ cause: code(url, seen, requests), effect, how: 'called', line }))
  switch (seen.kind) {
    case 'request':
    case 'socket': {
      const { stack, url, line } = seen.initiator
      const called = calls(stack)
      const isNamed = url !== null && isWeb(url) && !stack.some((frame) => frame.url === url)
      const named: CauseEdge[] = isNamed ? [{ cause: code(url, seen, requests), effect, how: 'named', line }] : []
      const from = seen.kind === 'request' ? requests.withId(seen.redirectedFrom, seen) : null
      return [...edge(from, 'redirected'), ...called, ...named]
    }
    case 'cookie-write': {
      const answer = requests.withId(seen.requestId, seen)
      return answer ? edge(answer, 'answered') : calls(seen.stack)
    }
    case 'storage-write':
    case 'api-call':
      return calls(seen.stack)
    default:
      return []
  }
}

/** What was at this address when it acted; code from a cache of its own may have come without being seen. */
function code(url: string, actedOn: Observation, requests: RequestsSeen): CauseNode {
  const request = requests.at(url, actedOn)
  const node = request && nodeOf(request)
  if (node) return node
  const container = containerIn(url)
  return container === null
    ? { id: url, kind: 'script', name: url, observation: null }
    : { id: url, kind: 'container', name: container, observation: null }
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

function inverted(edges: readonly CauseEdge[]): ReadonlyMap<string, readonly CauseEdge[]> {
  const effects = new Map<string, CauseEdge[]>()
  for (const edge of edges) {
    const known = effects.get(edge.cause.id)
    if (known) known.push(edge)
    else effects.set(edge.cause.id, [edge])
  }
  for (const each of effects.values()) each.sort((a, b) => atOf(a) - atOf(b))
  return effects
}

function atOf({ effect }: CauseEdge): number {
  return effect.observation?.at ?? 0
}
