import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ComparedCellSide, ComparedCellView, ComparedMarkView, Side } from '../../../main/contract.ts'
import { cellText } from '../../parts/cell-address.ts'
import { useFormats } from '../../parts/formats.ts'
import { MarkGlyph } from '../../parts/mark.tsx'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import classes from './compare.module.css'

interface CellSideProps {
  readonly side: Side
  readonly scanId: string
  readonly startedAt: string
  readonly mark: ComparedMarkView
  readonly detail: ComparedCellSide
  readonly cell: Pick<ComparedCellView, 'state' | 'stepId'>
}

/** What one of the two scans saw, and the ways into its own evidence. */
export function CellSide({ side, scanId, startedAt, mark, detail, cell: { state, stepId } }: CellSideProps) {
  const { t } = useTranslation()
  const { dateTime, since } = useFormats()
  const { observations, row } = detail
  const matrix = (parts: Readonly<Record<string, string>>): string =>
    `/scans/${scanId}/matrix?${new URLSearchParams(parts)}`
  const more = mark.count - observations.length
  return (
    <Stack gap="xs" component="section" aria-label={t(`compared.side.${side}`)} className={classes.side}>
      <Title order={3} size="h5">
        {t(`compared.side.${side}`)}{' '}
        <Text span size="sm" c="dimmed">
          {dateTime(startedAt)}
        </Text>
      </Title>
      <Text className={classes.said}>
        <MarkGlyph mark={mark.mark} isAlert={mark.alert} />
        <span>
          {t(`mark.${mark.mark}`)}
          {mark.alert && `, ${t('matrix.alert')}`}
          {mark.count > 0 && mark.seen.of > 1 && `, ${t('compared.runs', mark.seen)}`}
        </span>
      </Text>
      {row !== null && (
        <Anchor component={Link} size="sm" to={matrix({ cell: cellText({ row, state, stepId }) })}>
          {t('compared.openIn')}
        </Anchor>
      )}
      {row === null && mark.count > 0 && (
        <Text size="sm" c="dimmed">
          {t('compared.otherRow')}
        </Text>
      )}
      {observations.length > 0 && (
        <ul className={classes.list} aria-label={t('compared.observations')}>
          {observations.map(({ id, at, kind, title }) => (
            <li key={id}>
              <Text size="xs" c="dimmed">
                {since(at)} · {t(`kind.${kind}`)}
              </Text>
              <Anchor component={Link} size="sm" to={matrix({ observation: id })}>
                <MiddleCut text={title} most={46} />
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('compared.moreThere', { count: more })}
        </Text>
      )}
    </Stack>
  )
}
