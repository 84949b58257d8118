import { Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Category, VendorOrder, VendorSummary } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { useAddress } from '../../parts/address.ts'
import { useAsked } from '../../parts/asked.ts'
import { CATEGORIES, CategoryName } from '../../parts/category-name.tsx'
import { useFormats } from '../../parts/formats.ts'
import { LongTable, type Column } from '../../parts/long-table.tsx'
import { usePages } from '../../parts/pages.ts'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { orderIn, orderText } from '../../parts/table-order.ts'
import { Hits } from './hits.tsx'

/** Everything Tagtrail knows of vendors: searched as one types, by name, host, cookie or storage key. */
export function Knowledge() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const address = useAddress()
  const { day } = useFormats()
  const text = address.get('text') ?? ''
  const [settled] = useDebouncedValue(text, 150)
  const categories = address.list('category') as readonly Category[]
  const own = useAsked(() => client.knowledge.own(), [], ['knowledge'])
  const order = orderIn(address.get('sort'), SORTED_BY) ?? BY_NAME
  const rows = usePages(
    (range) => client.knowledge.vendors({ text: settled, categories: [...categories], order, ...range }),
    [settled, categories.join(' '), orderText(order), own.value],
  )
  const columns = useMemo(
    (): readonly Column<VendorSummary>[] => [
      {
        id: 'name',
        title: t('knowledge.name'),
        width: 200,
        cell: ({ name }) => <bdi>{name}</bdi>,
        text: ({ name }) => name,
      },
      {
        id: 'category',
        title: t('column.category'),
        width: 140,
        cell: ({ category }) => <CategoryName category={category} />,
        text: ({ category }) => t(`category.${category}`),
      },
      {
        id: 'kinds',
        title: t('knowledge.kinds'),
        width: 220,
        cell: ({ kinds }) => kinds.join(', '),
        text: ({ kinds }) => kinds.join(', '),
      },
      {
        id: 'summary',
        title: t('knowledge.summary'),
        width: 560,
        cell: ({ summary }) => summary,
        text: ({ summary }) => summary,
      },
      {
        id: 'own',
        title: t('knowledge.whose'),
        width: 100,
        cell: ({ isOwn }) => t(isOwn ? 'knowledge.own' : 'knowledge.ours'),
        text: ({ isOwn }) => t(isOwn ? 'knowledge.own' : 'knowledge.ours'),
      },
      {
        id: 'reviewed',
        title: t('knowledge.reviewed'),
        width: 110,
        cell: ({ reviewed }) => day(reviewed),
        text: ({ reviewed }) => reviewed,
      },
    ],
    [t, day],
  )
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <ScreenTitle>{t('app.nav.knowledge')}</ScreenTitle>
        <Button variant="default" component={Link} to="/knowledge/new/edit">
          {t('knowledge.add')}
        </Button>
      </Group>
      {own.value && own.value.faults.length > 0 && (
        <Text role="alert" style={{ whiteSpace: 'pre-wrap' }}>
          {own.value.faults.join('\n')}
        </Text>
      )}
      <Group align="flex-end">
        <TextInput
          label={t('knowledge.find')}
          w={420}
          value={text}
          onChange={({ currentTarget }) => address.set({ text: currentTarget.value || null })}
        />
        <Chip.Group multiple value={[...categories]} onChange={(chosen) => address.set({ category: chosen })}>
          <Group gap={4} role="group" aria-label={t('matrix.categories')}>
            {CATEGORIES.map((category) => (
              <Chip key={category} size="xs" value={category}>
                <CategoryName category={category} />
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Group>
      {settled.trim().length >= 2 && <Hits words={settled.trim()} />}
      <LongTable
        label={t('app.nav.knowledge')}
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        sorting={{
          order,
          first: BY_NAME,
          onOrder: (next) => address.set({ sort: next === null ? null : orderText(next) }),
        }}
        onOpen={({ id }) => void navigate(`/knowledge/${id}`)}
      />
    </Stack>
  )
}

const SORTED_BY = [
  'name',
  'category',
  'kinds',
  'summary',
  'own',
  'reviewed',
] as const satisfies readonly VendorOrder['by'][]
const BY_NAME: VendorOrder = { by: 'name', isDescending: false }
