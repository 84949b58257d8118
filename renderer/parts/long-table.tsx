import { Group, Text } from '@mantine/core'
import {
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState, type CSSProperties, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote, Waiting } from './answer.tsx'
import { CopyTable } from './copy-table.tsx'
import { useFormats } from './formats.ts'
import classes from './long-table.module.css'
import { LongTableHead, type Sized } from './long-table-head.tsx'
import { LongTableRow } from './long-table-row.tsx'
import type { Pages } from './pages.ts'
import { slotsFor, type RowSlots } from './row-slots.ts'
import { useRowWalk } from './row-walk.ts'
import { orderText, type TableOrder } from './table-order.ts'

export interface Column<T> {
  readonly id: string
  readonly title: string
  /** Width at first, in px. */
  readonly width: number
  readonly isNumber?: boolean
  readonly cell: (row: T) => ReactNode
  /** Cut when it is long: told whole below the table, of the row that has the focus. */
  readonly isLong?: boolean
  /** The same without any looks, to be copied. */
  readonly text: (row: T) => string
}

interface LongTableProps<T> {
  /** What a screen reader calls it. */
  readonly label: string
  readonly rows: Pages<T>
  readonly columns: readonly Column<T>[]
  /** In copies and files only: by what a line is found again. */
  readonly citing?: readonly Column<T>[]
  readonly keyOf: (row: T) => string
  /** How it is sorted, when it can be; whoever asks for the rows asks for them in this order. */
  readonly sorting?: {
    readonly order: TableOrder
    readonly first: TableOrder
    readonly onOrder: (order: TableOrder | null) => void
  }
  /** The row that is open beside the table. */
  readonly opened?: string | null
  readonly onOpen?: (row: T) => void
}

const ROW_PX = 32
/** A turn of the wheel further than what is in sight is there before it is needed. */
const AHEAD = 100
const features = tableFeatures({ columnSizingFeature, columnResizingFeature })

/** A table of any length: only the rows in sight are there, columns can be made wider, the arrow keys walk the rows. */
export function LongTable<T>(props: LongTableProps<T>) {
  const { label, rows, columns, citing = [], keyOf, sorting, opened = null, onOpen } = props
  const { t } = useTranslation()
  const { number } = useFormats()
  const box = useRef<HTMLDivElement>(null)
  const count = rows.total ?? 0
  const walk = useRowWalk(box, count, ROW_PX)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    // The row that has the focus stays, wherever one scrolls: a row that is taken away loses it.
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), walk.active, count),
  })
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {}
  const { want } = rows
  useEffect(
    () => want(Math.max(0, startIndex - AHEAD), Math.min(count - 1, endIndex + AHEAD)),
    [want, startIndex, endIndex, count],
  )
  const defs = useMemo(() => columns.map((column): ColumnDef<typeof features, object> => definition(column)), [columns])
  const table = useTable({ features, columns: defs, data: NO_DATA, columnResizeMode: 'onChange' })
  const sizes = (table.getHeaderGroups()[0]?.headers ?? []).map((header): Sized => ({
    widthPx: header.getSize(),
    grip: header.getResizeHandler(),
    resize: (widthPx) => table.setColumnSizing((before) => ({ ...before, [header.id]: widthPx })),
    reset: () => header.column.resetSize(),
  }))
  const name = useId()
  const items = virtual.getVirtualItems()
  const slots = useSlots(items.map(({ index }) => index))
  const slotOf = (index: number): number => slots.get(index) ?? -1
  const idOf = (index: number): string => `${name}${slotOf(index)}`
  const orderName = sorting && orderText(sorting.order)
  // Sorted anew, what is sought stands on top.
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0
  }, [orderName])
  const long = wholeOf(rows.at(walk.active), columns)
  const open = (index: number): void => {
    const row = rows.at(index)
    if (row !== undefined) onOpen?.(row)
  }

  if (rows.failure) return <FailureNote failure={rows.failure} />
  if (rows.total === undefined) return <Waiting />
  if (rows.total === 0) return <Text>{t('table.nothing')}</Text>
  return (
    <>
      <Group justify="space-between">
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {t('table.rows', { count: rows.total, shown: number(rows.total) })}
          </Text>
          {rows.isStale && <Waiting />}
        </Group>
        <CopyTable label={label} rows={rows} columns={[...columns, ...citing]} />
      </Group>
      <div ref={box} className={classes.box} data-stale={rows.isStale || undefined}>
        <div
          role="table"
          aria-label={label}
          aria-rowcount={count + 1}
          aria-busy={rows.isStale}
          style={columnsOf(sizes.map(({ widthPx }) => widthPx))}
          onKeyDown={(event) => (event.key === 'Enter' ? open(indexOf(event)) : walk.onKeyDown(event))}
          onFocus={walk.onFocus}
          onClick={(event) => open(indexOf(event))}
        >
          <div role="rowgroup" className={classes.head}>
            <LongTableHead
              columns={columns}
              sizes={sizes}
              order={sorting?.order}
              firstOrder={sorting?.first}
              onOrder={sorting?.onOrder}
            />
          </div>
          <div
            role="rowgroup"
            className={classes.body}
            style={{ height: virtual.getTotalSize() }}
            // Elements stay where they are, whichever row they show; read out they are in order.
            aria-owns={virtual.isScrolling ? undefined : items.map(({ index }) => idOf(index)).join(' ')}
          >
            {items
              .toSorted((a, b) => slotOf(a.index) - slotOf(b.index))
              .map(({ index, start }) => {
                const row = rows.at(index)
                return (
                  <LongTableRow
                    key={slotOf(index)}
                    id={idOf(index)}
                    index={index}
                    row={row}
                    columns={columns}
                    startPx={start}
                    isOpened={row !== undefined && opened !== null && keyOf(row) === opened}
                    isActive={index === walk.active}
                  />
                )
              })}
          </div>
        </div>
      </div>
      {long !== '' && (
        <Text size="xs" ff="monospace" className={classes.whole}>
          <bdi>{long}</bdi>
        </Text>
      )}
    </>
  )
}

const NO_DATA: object[] = []

/** At most as much as a screen can show. */
function wholeOf<T>(row: T | undefined, columns: readonly Column<T>[]): string {
  const long = columns.find(({ isLong }) => isLong)
  return row === undefined || !long ? '' : long.text(row).slice(0, MOST_LETTERS)
}

const MOST_LETTERS = 1000

function useSlots(indexes: readonly number[]): RowSlots {
  const [kept] = useState<{ now: RowSlots }>({ now: new Map() })
  return (kept.now = slotsFor(indexes, kept.now))
}

function withActive(range: readonly number[], active: number, count: number): number[] {
  if (active >= count || range.includes(active)) return [...range]
  return [...range, active].toSorted((a, b) => a - b)
}

/** Once for the whole table: making a column wider draws no row anew. */
function columnsOf(widths: readonly number[]): CSSProperties {
  const names = {
    '--columns': widths.map((width) => `${width}px`).join(' '),
    '--width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
  }
  return names as CSSProperties
}

/** `NaN` outside of the rows. */
function indexOf({ target }: Pick<MouseEvent, 'target'>): number {
  return Number((target as HTMLElement).closest('[data-index]')?.getAttribute('data-index') ?? NaN)
}

function definition<T>({ id, width }: Column<T>): ColumnDef<typeof features, object> {
  return { id, size: width, minSize: 48, maxSize: 1200 }
}
