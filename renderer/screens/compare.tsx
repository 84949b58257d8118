import { Anchor, Badge, List, Select, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Change, Comparison, FindingChange, ItemChange, ScanSummary } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useAddress } from '../parts/address.ts'
import { Answer } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { CategoryName } from '../parts/category-name.tsx'
import { useFormats } from '../parts/formats.ts'
import { MiddleCut } from '../parts/middle-cut.tsx'
import { ScreenTitle } from '../parts/screen-title.tsx'
import { Sentence } from '../parts/sentence.tsx'
import { RuleTitle } from '../parts/rule-title.tsx'

const CHANGES: readonly Change[] = ['new', 'changed', 'fixed', 'flapping', 'unsure']

/** Two scans of a funnel: what is new, fixed and changed, and what cannot be said. */
export function Compare() {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const address = useAddress()
  const scans = useAsked(() => client.scans.list({ limit: 500 }), [], ['scans'])
  const choices = (scans.value?.items ?? []).filter(({ hasResult }) => hasResult)
  const after = address.get('new')
  const before = address.get('old') ?? scanBefore(choices, after)
  const data = choices.map((scan: ScanSummary) => ({
    value: scan.id,
    label: `${scan.name} · ${dateTime(scan.startedAt)}`,
  }))
  return (
    <Stack gap="md" maw={1100}>
      <ScreenTitle>{t('compare.title')}</ScreenTitle>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('compare.before')}
          placeholder={t('compare.pick')}
          searchable
          data={data}
          value={before}
          onChange={(old) => address.set({ old }, true)}
        />
        <Select
          label={t('compare.after')}
          placeholder={t('compare.pick')}
          searchable
          data={data}
          value={after}
          onChange={(next) => address.set({ new: next }, true)}
        />
      </SimpleGrid>
      {before !== null && after !== null ? (
        <Compared before={before} after={after} />
      ) : (
        <Text c="dimmed">{t(choices.length < 2 ? 'compare.needsTwo' : 'compare.choose')}</Text>
      )}
    </Stack>
  )
}

/** The latest scan of the same site before that one: what one nearly always wants to compare it with. */
function scanBefore(scans: readonly ScanSummary[], id: string | null): string | null {
  const later = scans.find((scan) => scan.id === id)
  const earlier = scans.filter(({ site, startedAt }) => site === later?.site && startedAt < later.startedAt)
  return earlier.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))[0]?.id ?? null
}

function Compared({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation()
  const compared = useAsked((signal) => client.comparisons.of({ before, after }, { signal }), [before, after])
  return (
    <Answer of={compared} what={t('compare.making')}>
      {(comparison) => (
        <Stack gap="lg">
          <Text size="lg">{sentenceOf(comparison)}</Text>
          {comparison.differences.length > 0 && (
            <List size="sm" lang="en">
              {comparison.differences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          )}
          {CHANGES.map((change) => (
            <Findings
              key={change}
              change={change}
              findings={comparison.findings.filter((each) => each.change === change)}
              scanId={change === 'fixed' ? before : after}
            />
          ))}
          {comparison.items.length > 0 && <Items items={comparison.items} />}
          {comparison.comparable && comparison.findings.length + comparison.items.length === 0 && (
            <Text c="dimmed">{t('compare.same')}</Text>
          )}
        </Stack>
      )}
    </Answer>
  )

  function sentenceOf({ comparable, findings, unchanged }: Comparison): string {
    if (!comparable) return t('compare.not')
    const amount = (change: Change): number => findings.filter((each) => each.change === change).length
    return t('compare.sentence', { new: amount('new'), fixed: amount('fixed'), changed: amount('changed'), unchanged })
  }
}

interface FindingsProps {
  readonly change: Change
  readonly findings: readonly FindingChange[]
  readonly scanId: string
}

function Findings({ change, findings, scanId }: FindingsProps) {
  const { t } = useTranslation()
  if (findings.length === 0) return null
  return (
    <section aria-label={t(`change.${change}`)}>
      <Title order={2} size="h3" mb="xs">
        {t(`change.${change}`)} ({findings.length})
      </Title>
      <List listStyleType="none" spacing="xs">
        {findings.map(({ key, ruleId, title, before, after, because }) => (
          <List.Item key={key}>
            <Anchor component={Link} to={`/scans/${scanId}/findings?finding=${encodeURIComponent(key)}`}>
              {ruleId} <RuleTitle of={{ ruleId, title }} />
            </Anchor>
            <Text size="sm">
              <Sentence text={(after ?? before)?.summary ?? ''} />
            </Text>
            {because !== '' && (
              <Text size="sm" c="dimmed">
                <Sentence text={because} />
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  )
}

function Items({ items }: { readonly items: readonly ItemChange[] }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('compare.items')}>
      <Title order={2} size="h3" mb="xs">
        {t('compare.items')} ({items.length})
      </Title>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            {(['change', 'what', 'name', 'category', 'state', 'pages'] as const).map((head) => (
              <Table.Th key={head}>{t(`compare.${head}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ change, what, name, vendorId, category, state, stepIds, because }) => (
            <Table.Tr key={`${what} ${name} ${vendorId} ${state} ${change} ${stepIds.join(' ')}`}>
              <Table.Td>
                <Badge variant="default">{t(`change.${change}`)}</Badge>
              </Table.Td>
              <Table.Td>{t(`item.${what}`)}</Table.Td>
              <Table.Td>
                <MiddleCut text={name} most={60} />
                {because !== '' && (
                  <Text size="xs" c="dimmed">
                    {because}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <CategoryName category={category} />
              </Table.Td>
              <Table.Td>{t(`state.${state}`)}</Table.Td>
              <Table.Td>{stepIds.join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
