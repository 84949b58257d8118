import { Button, Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparisonView, ItemChange } from '../../../main/contract.ts'
import { CategoryName } from '../../parts/category-name.tsx'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import { ChangeGlyph } from './change-glyph.tsx'
import classes from './compare.module.css'
import { itemWhyText, pages, type Words } from './words.ts'

interface ItemChangesProps {
  readonly comparison: ComparisonView
  readonly words: Words
}

/** Cookies, stored items and hosts that are not the same in both scans. Vendors stand in the matrix. */
export function ItemChanges({ comparison, words }: ItemChangesProps) {
  const { t } = useTranslation()
  const [most, setMost] = useState(AT_FIRST)
  const items = comparison.items.filter(({ what }) => what !== 'vendor')
  return (
    <Stack gap="sm" component="section" aria-label={t('compared.items')}>
      <Title order={2} size="h3">
        {t('compared.items')} {items.length > 0 && `(${items.length})`}
      </Title>
      {items.length === 0 ? (
        <Text>{t('compared.noItems')}</Text>
      ) : (
        <Table verticalSpacing={6} fz="sm" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map(({ name, width }) => (
                <Table.Th key={name} w={width}>
                  {t(`compared.column.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.slice(0, most).map((item) => (
              <Row key={keyOf(item)} item={item} words={words} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {items.length > most && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setMost(most + AT_FIRST)}>
          {t('drawer.more', { count: items.length - most })}
        </Button>
      )}
    </Stack>
  )
}

const AT_FIRST = 100

const COLUMNS = [
  { name: 'change', width: 160 },
  { name: 'what', width: 90 },
  { name: 'name', width: '30%' },
  { name: 'vendor', width: '20%' },
  { name: 'state', width: 130 },
  { name: 'pages', width: undefined },
] as const

function Row({ item, words }: { readonly item: ItemChange; readonly words: Words }) {
  const { t } = useTranslation()
  const { change, what, name, vendorName, category, state, stepIds, why } = item
  const all = stepIds.length > 1 && stepIds.length === words.steps.length
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.said}>
          <ChangeGlyph change={change} />
          {t(`compared.change.${change}`)}
        </span>
      </Table.Td>
      <Table.Td>{t(`compared.what.${what}`)}</Table.Td>
      <Table.Td>
        <MiddleCut text={name} most={60} />
        {why.length > 0 && (
          <Text size="sm" c="dimmed">
            {why.map((each) => itemWhyText(each, words)).join(' ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {vendorName !== name && <bdi>{vendorName}</bdi>}
        <Text size="sm" c="dimmed">
          <CategoryName category={category} />
        </Text>
      </Table.Td>
      <Table.Td>{t(`state.${state}`)}</Table.Td>
      <Table.Td>
        <bdi>{all ? t('compared.allPages', { count: stepIds.length }) : pages(stepIds, words)}</bdi>
      </Table.Td>
    </Table.Tr>
  )
}

function keyOf({ what, name, vendorId, state, change, stepIds }: ItemChange): string {
  return [what, name, vendorId, state, change, ...stepIds].join(' ')
}
