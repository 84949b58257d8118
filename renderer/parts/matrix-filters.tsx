import { Chip, Group, Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category, Party } from '../../main/contract.ts'
import { useAddress, type Address } from './address.ts'
import { CATEGORIES, CategoryName } from './category-name.tsx'
import { nextCategory, type RowFilter } from './matrix-rows.ts'
import { PARTIES } from './party-name.tsx'

/** What is filtered stands in the address. */
export function rowFilterIn(address: Pick<Address, 'get' | 'list'>): RowFilter {
  return {
    categories: CATEGORIES.filter((each) => address.list('category').includes(each)),
    parties: PARTIES.filter((each) => address.list('party').includes(each)),
    text: address.get('text') ?? '',
  }
}

export const UNFILTERED = { category: null, party: null, text: null }

interface MatrixFiltersProps {
  /** All there are, filtered or not. */
  readonly rows: readonly { readonly category: Category; readonly party: Party }[]
  /** Switches of the one matrix or the other. */
  readonly children: ReactNode
}

/** Filters of a matrix: by name, category and party. `f` leads to the name, `c` goes from category to category. */
export function MatrixFilters({ rows, children }: MatrixFiltersProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const search = useRef<HTMLInputElement>(null)
  const { categories, parties, text } = rowFilterIn(address)
  const there = CATEGORIES.filter((each) => rows.some(({ category }) => category === each))
  useHotkeys([
    ['f', () => search.current?.focus()],
    ['c', () => address.set({ category: nextCategory(categories, there) })],
  ])
  return (
    <Group gap="md">
      <TextInput
        ref={search}
        w={220}
        size="sm"
        aria-label={t('matrix.filterName')}
        placeholder={t('matrix.filterName')}
        leftSection={<IconFilter size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" title={t('matrix.filterKeys')}>
            f
          </Kbd>
        }
        value={text}
        onChange={({ currentTarget }) => address.set({ text: currentTarget.value || null })}
      />
      <Chip.Group multiple value={[...categories]} onChange={(chosen) => address.set({ category: chosen })}>
        <Group gap={4} role="group" aria-label={t('matrix.categories')}>
          {there.map((category) => (
            <Chip key={category} size="xs" value={category}>
              <CategoryName category={category} />
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Chip.Group multiple value={[...parties]} onChange={(chosen) => address.set({ party: chosen })}>
        <Group gap={4} role="group" aria-label={t('matrix.parties')}>
          {PARTIES.filter((each) => rows.some(({ party }) => party === each)).map((party) => (
            <Chip key={party} size="xs" value={party}>
              <span title={t(`party.${party}`)}>{t(`partyShort.${party}`)}</span>
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {children}
    </Group>
  )
}
