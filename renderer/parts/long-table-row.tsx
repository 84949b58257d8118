import { memo } from 'react'
import classes from './long-table.module.css'
import type { Column } from './long-table.tsx'

interface LongTableRowProps<T> {
  readonly id: string
  readonly index: number
  /** `undefined` while it is on its way. */
  readonly row: T | undefined
  readonly columns: readonly Column<T>[]
  readonly startPx: number
  readonly isOpened: boolean
  /** The one row that Tab leads to. */
  readonly isActive: boolean
}

/** One row of a long table. Drawn once, not each time that the table is scrolled; what is done with it, the table hears. */
export const LongTableRow = memo(Row) as typeof Row

function Row<T>({ id: ownId, index, row, columns, startPx, isOpened, isActive }: LongTableRowProps<T>) {
  return (
    <div
      id={ownId}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-opened={isOpened || undefined}
      tabIndex={isActive ? 0 : -1}
      className={classes.row}
      style={{ transform: `translateY(${startPx}px)` }}
    >
      {columns.map(({ id, isNumber, cell }) => (
        <div key={id} role="cell" className={classes.cell} data-number={isNumber || undefined}>
          {row === undefined ? '…' : cell(row)}
        </div>
      ))}
    </div>
  )
}
