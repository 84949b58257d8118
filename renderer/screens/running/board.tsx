import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProgressCell, ScanProgress } from '../../../main/contract.ts'
import { useFormats } from '../../parts/formats.ts'
import classes from './running.module.css'

/** States by steps: each cell fills as its visit goes on. */
export function Board({ progress }: { readonly progress: ScanProgress }) {
  const { t } = useTranslation()
  const { states, steps, cells, runs, choices } = progress
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table withTableBorder withColumnBorders verticalSpacing="xs" captionSide="bottom" className={classes.board}>
        <Table.Caption ta="left">{t('running.board')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.state')}</Table.Th>
            {steps.map(({ id, label }) => (
              <Table.Th key={id}>
                <bdi>{label}</bdi>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {states.map((state) => {
            const verdict = choices.findLast((choice) => choice.state === state)?.verdict
            return (
              <Table.Tr key={state}>
                <Table.Th scope="row">
                  {t(`state.${state}`)}
                  <Text size="xs" c="dimmed">
                    {verdict === undefined ? ' ' : t(`verdict.${verdict}`)}
                  </Text>
                </Table.Th>
                {steps.map(({ id }) => {
                  const cell = cells.find((each) => each.state === state && each.stepId === id)
                  return (
                    <Table.Td key={id} className={classes.cell} data-is={cell?.is}>
                      {cell && <Cell cell={cell} runs={runs} />}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Cell({ cell, runs }: { readonly cell: ProgressCell; readonly runs: number }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { is, runsDone, requests, stored, gaps } = cell
  return (
    <>
      <Text size="sm" {...(is === 'waiting' ? { c: 'dimmed' } : {})}>
        {t(`running.${is}`)}
        {runs > 1 && ` ${runsDone}/${runs}`}
      </Text>
      <Text size="xs" c="dimmed">
        {is === 'waiting'
          ? ' '
          : t('running.seen', { count: requests, stored: number(stored), shown: number(requests) })}
        {gaps > 0 && ` · ${t('running.withGaps', { count: gaps })}`}
      </Text>
    </>
  )
}
