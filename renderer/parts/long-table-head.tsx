import { useTranslation } from 'react-i18next'
import classes from './long-table.module.css'
import type { Column } from './long-table.tsx'
import { nextOrder, type TableOrder } from './table-order.ts'

/** What a column needs to be made wider by mouse, touch and keyboard. */
export interface Sized {
  readonly widthPx: number
  readonly grip: (event: unknown) => void
  readonly resize: (widthPx: number) => void
  readonly reset: () => void
}

interface LongTableHeadProps<T> {
  readonly columns: readonly Column<T>[]
  readonly sizes: readonly Sized[]
  readonly order?: TableOrder | undefined
  /** How the table is sorted when nobody has asked; it begins so again. */
  readonly firstOrder?: TableOrder | undefined
  readonly onOrder?: ((order: TableOrder | null) => void) | undefined
}

/** The titles of the columns: pressed, they sort; with Shift and an arrow, or by their edge, they become wider. */
export function LongTableHead<T>({ columns, sizes, order, firstOrder, onOrder }: LongTableHeadProps<T>) {
  const { t } = useTranslation()
  const sorting = order && firstOrder && onOrder ? { order, firstOrder, onOrder } : null
  return (
    <div role="row" aria-rowindex={1} className={classes.row}>
      {columns.map(({ id, title, isNumber }, index) => {
        const size = sizes[index]
        const isSorted = sorting?.order.by === id
        const turn = sorting?.order.isDescending ? 'descending' : 'ascending'
        return (
          <div
            key={id}
            role="columnheader"
            className={classes.title}
            data-number={isNumber || undefined}
            {...(isSorted ? { 'aria-sort': turn } : {})}
          >
            <button
              type="button"
              className={classes.sort}
              title={sorting ? t('table.sort', { column: title }) : t('table.wider', { column: title })}
              onClick={() => sorting?.onOrder(nextOrder(sorting.order, id, sorting.firstOrder))}
              onKeyDown={(event) => {
                const by = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key]
                if (!event.shiftKey || by === undefined || !size) return
                event.preventDefault()
                size.resize(Math.max(LEAST_PX, size.widthPx + by))
              }}
            >
              <span className={classes.name}>{title}</span>
              {isSorted && <span aria-hidden>{turn === 'descending' ? '↓' : '↑'}</span>}
            </button>
            <span
              aria-hidden
              className={classes.grip}
              onMouseDown={size?.grip}
              onTouchStart={size?.grip}
              onDoubleClick={size?.reset}
            />
          </div>
        )
      })}
    </div>
  )
}

const STEP_PX = 16
const LEAST_PX = 48
