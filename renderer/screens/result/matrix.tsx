import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsentState, MatrixCellView, MatrixRowView, Result } from '../../../main/contract.ts'
import { CategoryName } from '../../parts/category-name.tsx'
import { useFormats } from '../../parts/formats.ts'
import { MarkGlyph } from '../../parts/mark.tsx'
import { PartyName } from '../../parts/party-name.tsx'
import { verdictText } from '../../parts/verdict-text.ts'
import { cellAt, moved, type MatrixGroup, type Place } from './matrix-layout.ts'
import classes from './matrix.module.css'

export interface CellAddress {
  readonly row: string
  readonly state: ConsentState
  readonly stepId: string
}

interface MatrixProps {
  readonly result: Result
  readonly groups: readonly MatrixGroup[]
  readonly opened: CellAddress | null
  readonly onOpen: (cell: CellAddress) => void
  readonly onOpenVendor: (row: MatrixRowView) => void
}

/** Vendors by consent state and step: the one picture. Arrow keys walk the cells, Enter opens what a mark stands for. */
export function Matrix({ result, groups, opened, onOpen, onOpenVendor }: MatrixProps) {
  const { t } = useTranslation()
  const { states, steps } = result
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const rows = groups.flatMap((group) => group.rows)
  const columns = states.flatMap(({ state }) => steps.map(({ id }) => ({ state, stepId: id })))
  const size = { rows: rows.length, columns: columns.length, perBand: steps.length }

  const walk = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = moved(event.key, place, size)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }

  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.matrix} onKeyDown={walk}>
        <caption className={classes.caption}>{t('matrix.caption')}</caption>
        <Head result={result} />
        {groups.map((group) => (
          <tbody key={group.category}>
            <tr className={classes.group}>
              <th colSpan={columns.length + 3} scope="rowgroup">
                <CategoryName category={group.category} />
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.key}>
                <RowHead row={row} result={result} onOpen={() => onOpenVendor(row)} />
                {columns.map(({ state, stepId }, column) => {
                  const here = rows.indexOf(row)
                  const cell = cellAt(row, state, stepId)
                  return (
                    <td key={`${state} ${stepId}`} className={classes.cell} data-first={isFirst(column, size.perBand)}>
                      <button
                        type="button"
                        data-place={`${here} ${column}`}
                        data-alert={cell.alert || undefined}
                        data-opened={isSame(opened, row, cell) || undefined}
                        tabIndex={place.row === here && place.column === column ? 0 : -1}
                        aria-label={labelOf(row, cell)}
                        title={labelOf(row, cell)}
                        onFocus={() => setPlace({ row: here, column })}
                        onClick={() => onOpen({ row: row.key, state, stepId })}
                      >
                        <MarkGlyph mark={cell.mark} isAlert={cell.alert} />
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )

  function labelOf({ name }: MatrixRowView, { state, stepId, mark, alert, count }: MatrixCellView): string {
    const step = steps.find(({ id }) => id === stepId)?.label ?? stepId
    const did = t(`mark.${mark}`)
    const alarm = alert ? `, ${t('matrix.alert')}` : ''
    const seen = count > 0 ? ` (${t('matrix.observations', { count })})` : ''
    return `${name}, ${t(`state.${state}`)}, ${step}: ${did}${alarm}${seen}`
  }
}

function Head({ result: { states, steps } }: { readonly result: Result }) {
  const { t } = useTranslation()
  return (
    <thead>
      <tr className={classes.bands}>
        <th rowSpan={2} scope="col" className={classes.who}>
          {t('matrix.vendor')}
        </th>
        <th rowSpan={2} scope="col" className={classes.fact}>
          {t('matrix.lifetime')}
        </th>
        <th rowSpan={2} scope="col" className={classes.fact}>
          {t('matrix.firstSeen')}
        </th>
        {states.map((state) => (
          <th
            key={state.state}
            colSpan={steps.length}
            scope="colgroup"
            className={classes.band}
            data-verdict={state.verdict}
            title={state.because}
          >
            {t(`state.${state.state}`)}
            <span>{verdictText(t, state)}</span>
          </th>
        ))}
      </tr>
      <tr>
        {states.flatMap(({ state }) =>
          steps.map(({ id, label }, index) => (
            <th
              key={`${state} ${id}`}
              scope="col"
              className={classes.step}
              data-first={isFirst(index, steps.length)}
              title={label}
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

interface RowHeadProps {
  readonly row: MatrixRowView
  readonly result: Result
  readonly onOpen: () => void
}

function RowHead({ row, result, onOpen }: RowHeadProps) {
  const { t } = useTranslation()
  const { lifetime } = useFormats()
  const hasStored = row.cells.some(({ mark }) => mark === 'stored' || mark === 'both')
  return (
    <>
      <th scope="row" className={classes.who}>
        <button type="button" onClick={onOpen}>
          <bdi>{row.name}</bdi>
        </button>
        <PartyName party={row.party} />
        {row.disputed && (
          <span className={classes.note} title={t('matrix.disputedMore')}>
            {t('matrix.disputed')}
          </span>
        )}
      </th>
      <td className={classes.fact}>
        {!hasStored ? '–' : row.longestLifetimeDays === null ? t('session') : lifetime(row.longestLifetimeDays)}
      </td>
      <td className={classes.fact}>
        <bdi>{result.steps.find(({ id }) => id === row.firstStepId)?.label ?? '–'}</bdi>
      </td>
    </>
  )
}

function isFirst(column: number, perBand: number): true | undefined {
  return column % perBand === 0 || undefined
}

function isSame(opened: CellAddress | null, { key }: MatrixRowView, { state, stepId }: MatrixCellView): boolean {
  return opened !== null && opened.row === key && opened.state === state && opened.stepId === stepId
}
