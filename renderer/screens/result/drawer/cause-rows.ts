import type { CauseLink } from '../../../../main/contract.ts'

/** What something led to, as far as it was asked for. */
export interface Effects {
  readonly total: number
  readonly items: readonly CauseLink[]
}

/** A line of the tree. */
export type CauseRow = LinkRow | MoreRow

export interface LinkRow extends Branch {
  readonly kind: 'link'
  readonly link: CauseLink
  readonly isHere: boolean
  readonly isOpen: boolean
  /** Whether a line goes down from it to what hangs on it. */
  readonly hasChild: boolean
  /** What hangs on it beside the way to what the tree is about. */
  readonly led: CauseLink['led']
}

/** Stands for what was not asked for yet. */
export interface MoreRow extends Branch {
  readonly kind: 'more'
  readonly of: string
  readonly count: number
}

interface Branch {
  readonly key: string
  /** From 1. */
  readonly level: number
  /** For each level above its own: whether a line goes on there to a later one. */
  readonly lines: readonly boolean[]
}

/** The way from the page to the thing, and beside it whatever else was opened, from top to bottom. */
export function causeRows(way: readonly CauseLink[], opened: ReadonlyMap<string, Effects>): readonly CauseRow[] {
  const here = way.at(-1)?.id
  const passed = new Set<string>()
  const branch = (link: CauseLink, rest: readonly CauseLink[], lines: readonly boolean[]): readonly CauseRow[] => {
    const [next, ...after] = rest
    passed.add(link.id)
    const effects = opened.get(link.id)
    const others = (effects?.items ?? []).filter(({ id }) => id !== next?.id)
    const children = [...(next ? [next] : []), ...others].filter(({ id }) => !passed.has(id))
    const isNextUnasked = next !== undefined && !effects?.items.some(({ id }) => id === next.id)
    const unasked = effects ? effects.total - effects.items.length - (isNextUnasked ? 1 : 0) : 0
    const row: LinkRow = {
      kind: 'link',
      key: link.id,
      level: lines.length + 1,
      lines,
      link,
      isHere: link.id === here,
      isOpen: effects !== undefined,
      hasChild: children.length > 0 || unasked > 0,
      led: next ? without(link.led, next.is) : link.led,
    }
    const last = unasked > 0 ? null : children.at(-1)
    const below = children.flatMap((child) => branch(child, child === next ? after : [], [...lines, child !== last]))
    const more: MoreRow = {
      kind: 'more',
      key: `${link.id} more`,
      level: lines.length + 2,
      lines: [...lines, false],
      of: link.id,
      count: unasked,
    }
    return [row, ...below, ...(unasked > 0 ? [more] : [])]
  }
  const [first, ...rest] = way
  return first ? branch(first, rest, []) : []
}

function without(led: CauseLink['led'], kind: CauseLink['is']): CauseLink['led'] {
  return led.map(({ is, count }) => ({ is, count: is === kind ? count - 1 : count })).filter(({ count }) => count > 0)
}
