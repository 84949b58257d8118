import { Group, Text } from '@mantine/core'
import {
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNote, Waiting } from './answer.tsx'
import { CopyTable } from './copy-table.tsx'
import { useFormats } from './formats.ts'
import classes from './long-table.module.css'
import type { Pages } from './pages.ts'

export interface Column<T> {
  readonly id: string
  readonly title: string
  /** Width at first, in px. */
  readonly width: number
  readonly isNumber?: boolean
  readonly cell: (row: T) => ReactNode
  /** The same without any looks, to be copied. */
  readonly text: (row: T) => string
}

interface LongTableProps<T> {
  /** What a screen reader calls it. */
  readonly label: string
  readonly rows: Pages<T>
  readonly columns: readonly Column<T>[]
  readonly keyOf: (row: T) => string
  /** The row that is open beside the table. */
  readonly opened?: string | null
  readonly onOpen?: (row: T) => void
}

const ROW_PX = 32
const features = tableFeatures({ columnSizingFeature, columnResizingFeature })

/** A table of any length: only the rows in sight are there, columns can be made wider, the arrow keys walk the rows. */
export function LongTable<T>({ label, rows, columns, keyOf, opened = null, onOpen }: LongTableProps<T>) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const box = useRef<HTMLDivElement>(null)
  const count = rows.total ?? 0
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  const { want } = rows
  useEffect(() => want(first, last), [want, first, last])
  const defs = useMemo(() => columns.map((column): ColumnDef<typeof features, object> => definition(column)), [columns])
  const table = useTable({ features, columns: defs, data: NO_DATA, columnResizeMode: 'onChange' })
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const widths = headers.map((header) => header.getSize())
  const template = { gridTemplateColumns: widths.map((width) => `${width}px`).join(' ') }

  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const from = Number((event.target as HTMLElement).closest('[data-index]')?.getAttribute('data-index') ?? NaN)
    const to = from + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)
    if (Number.isNaN(to) || to < 0 || to >= count) return
    event.preventDefault()
    virtual.scrollToIndex(to)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus())
  }

  if (rows.failure) return <FailureNote failure={rows.failure} />
  if (rows.total === undefined) return <Waiting />
  if (rows.total === 0) return <Text>{t('table.nothing')}</Text>
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('table.rows', { count: rows.total, shown: number(rows.total) })}
        </Text>
        <CopyTable rows={rows} columns={columns} />
      </Group>
      <div ref={box} className={classes.box}>
        <div role="table" aria-label={label} aria-rowcount={count + 1} onKeyDown={walk}>
          <div role="rowgroup" className={classes.head}>
            <div role="row" className={classes.row} style={template}>
              {headers.map((header, index) => (
                <div key={header.id} role="columnheader" className={classes.title}>
                  {columns[index]?.title}
                  <span
                    aria-hidden
                    className={classes.grip}
                    onMouseDown={header.getResizeHandler()}
                    onTouchStart={header.getResizeHandler()}
                  />
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const row = rows.at(index)
              return (
                <div
                  key={index}
                  role="row"
                  aria-rowindex={index + 2}
                  data-index={index}
                  data-opened={(row !== undefined && opened !== null && keyOf(row) === opened) || undefined}
                  tabIndex={index === first ? 0 : -1}
                  className={classes.row}
                  style={{ ...template, transform: `translateY(${start}px)` }}
                  onClick={() => row !== undefined && onOpen?.(row)}
                  onKeyDown={({ key }) => key === 'Enter' && row !== undefined && onOpen?.(row)}
                >
                  {columns.map((column) => (
                    <div
                      key={column.id}
                      role="cell"
                      className={classes.cell}
                      data-number={column.isNumber || undefined}
                    >
                      {row === undefined ? '…' : column.cell(row)}
                    </div>
                  ))}
                </div>
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}

const NO_DATA: object[] = []

function definition<T>({ id, width }: Column<T>): ColumnDef<typeof features, object> {
  return { id, size: width, minSize: 48, maxSize: 1200 }
}
