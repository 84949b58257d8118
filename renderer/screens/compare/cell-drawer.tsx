import { Anchor, Drawer, List, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ComparedCellDetail, ComparisonView, Side } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { useAddress } from '../../parts/address.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { openedOf, type CellAddress } from '../../parts/cell-address.ts'
import { CellSide } from './cell-side.tsx'
import { ChangeGlyph } from './change-glyph.tsx'
import classes from './compare.module.css'
import { isAlarming } from './rows.ts'
import { blindText, type Words } from './words.ts'

interface CellDrawerProps {
  readonly comparison: ComparisonView
  readonly ids: Readonly<Record<Side, string>>
  readonly words: Words
}

/** What a cell of the comparison stands for: before and now beside each other, each with its evidence. */
export function CellDrawer({ comparison, ids, words }: CellDrawerProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const cell = openedOf(address.get('cell'))
  return (
    <Drawer
      opened={cell !== null}
      onClose={() => address.set({ cell: null }, true)}
      position="right"
      size={880}
      title={t('compared.drawer')}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      {cell && <Opened cell={cell} comparison={comparison} ids={ids} words={words} />}
    </Drawer>
  )
}

function Opened({ cell, comparison, ids, words }: CellDrawerProps & { readonly cell: CellAddress }) {
  const { row, state, stepId } = cell
  const detail = useAsked(
    (signal) => client.comparisons.cell({ ...ids, row, state, stepId }, { signal }),
    [ids.before, ids.after, row, state, stepId],
  )
  return (
    <Answer of={detail}>{(found) => <Sides found={found} comparison={comparison} ids={ids} words={words} />}</Answer>
  )
}

function Sides({ found, comparison, ids, words }: CellDrawerProps & { readonly found: ComparedCellDetail }) {
  const { t } = useTranslation()
  const { row, cell } = found
  const step = comparison.steps.find(({ id }) => id === cell.stepId)?.label ?? cell.stepId
  return (
    <Stack gap="md">
      <div>
        <Text fw={600} size="lg">
          <bdi>{row.name}</bdi>
        </Text>
        <Text className={classes.said}>
          <ChangeGlyph change={cell.change} isAlert={isAlarming(cell)} />
          <span>
            {t(`state.${cell.state}`)}, <bdi>{step}</bdi>: {t(`compared.cell.${cell.change}`)}
          </span>
        </Text>
      </div>
      {cell.blind.map((each) => (
        <Text key={each.side}>
          {blindText(each, words)}
          {'because' in each.blindness && (
            <Text span c="dimmed" lang="en">
              {' '}
              ({each.blindness.because})
            </Text>
          )}
        </Text>
      ))}
      {cell.items.length > 0 && (
        <section aria-label={t('compared.itemsHere')}>
          <Title order={3} size="h5" mb={4}>
            {t('compared.itemsHere')}
          </Title>
          <List listStyleType="none" size="sm">
            {cell.items.map(({ change, what, name }) => (
              <List.Item key={`${change} ${what} ${name}`} icon={<ChangeGlyph change={change} />}>
                {t(`compared.cell.${change}`)}: {t(`compared.what.${what}`)} <bdi>{name}</bdi>
              </List.Item>
            ))}
          </List>
        </section>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {(['before', 'after'] as const).map((side) => (
          <CellSide
            key={side}
            side={side}
            scanId={ids[side]}
            startedAt={comparison[side].startedAt}
            mark={cell[side]}
            detail={found[side]}
            cell={cell}
          />
        ))}
      </SimpleGrid>
      <Text size="sm">
        <Anchor component={Link} to={`/knowledge/${row.vendorId ?? ''}`} hidden={row.vendorId === null}>
          {t('drawer.record')}
        </Anchor>
      </Text>
    </Stack>
  )
}
