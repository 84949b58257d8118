import { Button, CopyButton, Group, Text } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CauseLink } from '../../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../../client.ts'
import { FailureNote } from '../../../parts/answer.tsx'
import { CauseLine, MoreLine } from './cause-line.tsx'
import { causeRows, type CauseRow, type Effects } from './cause-rows.ts'
import { useCauseWords } from './cause-words.ts'
import classes from './cause-tree.module.css'

interface CauseTreeProps {
  readonly scanId: string
  /** From the page to what the tree is about. */
  readonly way: readonly CauseLink[]
  readonly onOpen: (observationId: string) => void
  /** True after a step from another tree, so that the keyboard goes on where it was. */
  readonly takesFocus: boolean
}

/**
 * Who loaded this, and what did it lead to: the way from the page down, each part of it open to whatever else it caused.
 * Arrow keys walk and open it, Enter leads to the proof of a line.
 */
export function CauseTree({ scanId, way, onOpen, takesFocus }: CauseTreeProps) {
  const { t } = useTranslation()
  const words = useCauseWords()
  const { opened, failure, toggle, more } = useEffects(scanId, way)
  const rows = useMemo(() => causeRows(way, opened), [way, opened])
  const here = way.at(-1)?.id ?? ''
  const [active, setActive] = useState(here)
  const tree = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) tree.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [takesFocus])

  const walk = (event: KeyboardEvent, row: CauseRow, index: number): void => {
    const to = stepOf(event.key, rows, index)
    if (to !== null) tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[to]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') act(row)
    else if (row.kind === 'link' && event.key === (row.isOpen ? 'ArrowLeft' : 'ArrowRight') && row.led.length > 0)
      toggle(row.link.id)
    else return
    event.preventDefault()
  }
  const act = (row: CauseRow): void => {
    if (row.kind === 'more') more(row.of)
    else if (row.link.observationId !== null && !row.isHere) onOpen(row.link.observationId)
  }

  return (
    <div>
      <Group justify="space-between">
        <Text fw={600} id="causes">
          {t('chain.title')}
        </Text>
        <CopyButton value={words.text(rows)}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="compact-xs" onClick={copy}>
              {t(copied ? 'drawer.copied' : 'chain.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <div role="tree" aria-labelledby="causes" className={classes.tree} ref={tree}>
        {rows.map((row, index) => {
          const place = {
            tabIndex: row.key === active ? 0 : -1,
            onFocus: () => setActive(row.key),
            onKeyDown: (event: KeyboardEvent) => walk(event, row, index),
            onClick: () => act(row),
          }
          return row.kind === 'more' ? (
            <MoreLine key={row.key} row={row} place={place} />
          ) : (
            <CauseLine key={row.key} row={row} place={place} onToggle={() => toggle(row.link.id)} />
          )
        })}
      </div>
      {failure && <FailureNote failure={failure} />}
    </div>
  )
}

/** Index of the line that a key leads to; `null` when it leads nowhere. */
function stepOf(key: string, rows: readonly CauseRow[], at: number): number | null {
  const row = rows[at]
  if (!row) return null
  if (key === 'ArrowDown') return Math.min(at + 1, rows.length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  const isClosed = row.kind === 'more' || !row.isOpen
  if (key === 'ArrowLeft' && isClosed) {
    const parent = rows.findLastIndex(({ level }, index) => index < at && level < row.level)
    return parent === -1 ? null : parent
  }
  const canOpen = row.kind === 'link' && !row.isOpen && row.led.length > 0
  if (key === 'ArrowRight' && !canOpen && (rows[at + 1]?.level ?? 0) > row.level) return at + 1
  return null
}

/** What was opened of the tree; of the thing itself from the start. */
function useEffects(scanId: string, way: readonly CauseLink[]) {
  const [opened, setOpened] = useState<ReadonlyMap<string, Effects>>(new Map())
  const [failure, setFailure] = useState<Failure | null>(null)
  const isThere = useRef(true)

  const ask = async (of: string, before: readonly CauseLink[]): Promise<void> => {
    try {
      const { total, items } = await client.results.effects({ id: scanId, of, offset: before.length, limit: AT_ONCE })
      if (!isThere.current) return
      setOpened((all) => new Map(all).set(of, { total, items: [...before, ...items] }))
      setFailure(null)
    } catch (reason) {
      if (isThere.current) setFailure(failureOf(reason))
    }
  }
  const here = way.at(-1)
  const opensItself = here !== undefined && here.led.length > 0 ? here.id : null
  useEffect(() => {
    isThere.current = true
    if (opensItself !== null) void ask(opensItself, [])
    return () => void (isThere.current = false)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scanId, opensItself])

  return {
    opened,
    failure,
    toggle(id: string): void {
      if (opened.has(id)) setOpened((all) => new Map([...all].filter(([each]) => each !== id)))
      else void ask(id, [])
    },
    more: (id: string): void => void ask(id, opened.get(id)?.items ?? []),
  }
}

const AT_ONCE = 12
