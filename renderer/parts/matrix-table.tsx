import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsentState } from '../../main/contract.ts'
import { CategoryName } from './category-name.tsx'
import type { CellAddress } from './cell-address.ts'
import { moved, type Place } from './cell-walk.ts'
import type { RowGroup } from './matrix-rows.ts'
import classes from './matrix-table.module.css'

/** A consent state, with what its head says below the name. */
export interface MatrixBand {
  readonly state: ConsentState
  readonly says: ReactNode
  readonly title: string
  readonly isAlert: boolean
}

/** A step of the funnel; `note` where there is something to say of its column. */
export interface MatrixStep {
  readonly id: string
  readonly label: string
  readonly note?: string | null
}

export interface DrawnCell {
  /** As a screen reader says it, and on hover. */
  readonly label: string
  readonly glyph: ReactNode
  readonly isAlert: boolean
}

interface MatrixTableProps<Row> {
  readonly caption: string
  readonly bands: readonly MatrixBand[]
  readonly steps: readonly MatrixStep[]
  /** Heads of the columns between the name and the cells. */
  readonly facts: readonly string[]
  readonly groups: readonly RowGroup<Row>[]
  readonly opened: CellAddress | null
  readonly onOpen: (cell: CellAddress) => void
  /** What stands in the row's head, then in each of its facts. */
  readonly nameOf: (row: Row) => ReactNode
  readonly factsOf: (row: Row) => readonly ReactNode[]
  readonly draw: (row: Row, state: ConsentState, stepId: string) => DrawnCell
}

/** Vendors by consent state and step. Arrow keys walk the cells, Enter opens what a mark stands for. */
export function MatrixTable<Row extends { readonly key: string }>(props: MatrixTableProps<Row>) {
  const { caption, bands, steps, facts, groups, opened, onOpen, nameOf, factsOf, draw } = props
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const rows = groups.flatMap((group) => group.rows)
  const columns = bands.flatMap(({ state }) => steps.map(({ id }) => ({ state, stepId: id })))
  const size = { rows: rows.length, columns: columns.length, perBand: steps.length }
  // Another filter may leave fewer.
  const active = { row: Math.min(place.row, size.rows - 1), column: Math.min(place.column, size.columns - 1) }

  const walk = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = moved(event.key, active, size)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }

  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.matrix} onKeyDown={walk}>
        <caption className={classes.caption}>{caption}</caption>
        <Head bands={bands} steps={steps} facts={facts} />
        {groups.map((group) => (
          <tbody key={group.category}>
            <tr className={classes.group}>
              <th colSpan={columns.length + facts.length + 1} scope="rowgroup">
                <CategoryName category={group.category} />
              </th>
            </tr>
            {group.rows.map((row) => {
              const here = rows.indexOf(row)
              return (
                <tr key={row.key}>
                  <th scope="row" className={classes.who}>
                    {nameOf(row)}
                  </th>
                  {factsOf(row).map((fact, index) => (
                    <td key={facts[index]} className={classes.fact}>
                      {fact}
                    </td>
                  ))}
                  {columns.map(({ state, stepId }, column) => {
                    const { label, glyph, isAlert } = draw(row, state, stepId)
                    return (
                      <td
                        key={`${state} ${stepId}`}
                        className={classes.cell}
                        data-first={isFirst(column, size.perBand)}
                      >
                        <button
                          type="button"
                          data-place={`${here} ${column}`}
                          data-alert={isAlert || undefined}
                          data-opened={isSame(opened, row.key, state, stepId) || undefined}
                          tabIndex={active.row === here && active.column === column ? 0 : -1}
                          aria-label={label}
                          title={label}
                          onFocus={() => setPlace({ row: here, column })}
                          onClick={() => onOpen({ row: row.key, state, stepId })}
                        >
                          {glyph}
                        </button>
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** A row's name that leads to more about it. */
export function RowName({ name, onOpen }: { readonly name: string; readonly onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen}>
      <bdi>{name}</bdi>
    </button>
  )
}

/** Something that has to be known about a row, small beside its name. */
export function RowNote({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <span className={classes.note} title={title}>
      {children}
    </span>
  )
}

type HeadProps = Pick<MatrixTableProps<never>, 'bands' | 'steps' | 'facts'>

function Head({ bands, steps, facts }: HeadProps) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr className={classes.bands}>
        <th rowSpan={2} scope="col" className={classes.who}>
          {t('matrix.vendor')}
        </th>
        {facts.map((fact) => (
          <th key={fact} rowSpan={2} scope="col" className={classes.fact}>
            {fact}
          </th>
        ))}
        {bands.map(({ state, says, title, isAlert }) => (
          <th
            key={state}
            colSpan={steps.length}
            scope="colgroup"
            className={classes.band}
            data-alert={isAlert || undefined}
            title={title}
          >
            {t(`state.${state}`)}
            <span>{says}</span>
          </th>
        ))}
      </tr>
      <tr>
        {bands.flatMap(({ state }) =>
          steps.map(({ id, label, note }, index) => (
            <th
              key={`${state} ${id}`}
              scope="col"
              className={classes.step}
              data-first={isFirst(index, steps.length)}
              data-noted={note ? true : undefined}
              title={note ? `${label}: ${note}` : label}
            >
              <span>
                <bdi>{label}</bdi>
              </span>
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

function isFirst(column: number, perBand: number): true | undefined {
  return column % perBand === 0 || undefined
}

function isSame(opened: CellAddress | null, key: string, state: ConsentState, stepId: string): boolean {
  return opened !== null && opened.row === key && opened.state === state && opened.stepId === stepId
}
