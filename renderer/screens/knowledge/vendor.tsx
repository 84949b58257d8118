import { Anchor, Badge, Button, Group, List, Select, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Category, RecordSection, VendorDetail } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { CATEGORIES, CategoryName } from '../../parts/category-name.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Section } from '../../parts/section.tsx'

/** All that is known of a vendor with its sources, where it was seen, and the user's own word on it. */
export function Vendor() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const vendor = useAsked(() => client.knowledge.show({ id }), [id], ['knowledge'])
  return (
    <Stack gap="md" maw={960}>
      <Anchor component={Link} to="/knowledge" size="sm" ta="left">
        {t('app.nav.knowledge')}
      </Anchor>
      <Answer of={vendor}>
        {(detail) => (
          <>
            <Head detail={detail} />
            <Text size="lg">{detail.record.summary}</Text>
            <SeenIn id={id} />
            <OwnWord detail={detail} />
            {detail.sections.map((section) => (
              <Facts key={section.title} section={section} />
            ))}
          </>
        )}
      </Answer>
    </Stack>
  )
}

function Head({ detail: { record, is } }: { readonly detail: VendorDetail }) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between">
      <Group gap="sm">
        <Title order={1} size="h2">
          {record.name}
        </Title>
        <CategoryName category={record.categories.primary} />
        {is !== 'ours' && <Badge variant="default">{t(`knowledge.is.${is}`)}</Badge>}
      </Group>
      <Group gap="xs">
        {is !== 'ours' && (
          <Button variant="default" onClick={() => void client.knowledge.removeRecord({ id: record.id })}>
            {t(is === 'replaced' ? 'knowledge.backToOurs' : 'knowledge.remove')}
          </Button>
        )}
        <Button variant="default" component={Link} to={`/knowledge/${record.id}/edit`}>
          {t('knowledge.edit')}
        </Button>
      </Group>
    </Group>
  )
}

function SeenIn({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const seen = useAsked(() => client.knowledge.seenIn({ id }), [id], ['scans'])
  return (
    <Section title={t('knowledge.seenIn')}>
      <Answer of={seen}>
        {(scans) =>
          scans.length === 0 ? (
            <Text>{t('knowledge.notSeen')}</Text>
          ) : (
            <List size="sm">
              {scans.map(({ scanId, scanName, startedAt, states }) => (
                <List.Item key={scanId}>
                  <Anchor component={Link} size="sm" to={`/scans/${scanId}/matrix?row=${encodeURIComponent(id)}`}>
                    <bdi>{scanName}</bdi>
                  </Anchor>{' '}
                  · {dateTime(startedAt)} · {states.map((state) => t(`state.${state}`)).join(', ')}
                </List.Item>
              ))}
            </List>
          )
        }
      </Answer>
    </Section>
  )
}

function OwnWord({ detail: { record, rulings } }: { readonly detail: VendorDetail }) {
  const { t } = useTranslation()
  const mine = rulings.find(({ of }) => of === record.id)
  const decide = (category: string | null): void =>
    void client.knowledge.setCategory({
      of: record.id,
      category: category as Category | null,
      because: t('knowledge.because'),
    })
  return (
    <Section title={t('knowledge.decide')}>
      <Select
        label={t('knowledge.category')}
        description={t('knowledge.categoryMore')}
        placeholder={t('knowledge.asOurs', { category: t(`category.${record.categories.primary}`) })}
        clearable
        w={320}
        data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        value={mine?.category ?? null}
        onChange={decide}
      />
    </Section>
  )
}

function Facts({ section: { title, entries } }: { readonly section: RecordSection }) {
  return (
    <Section title={title}>
      <Stack gap="xs">
        {entries.map(({ head, lines }, index) => (
          <div key={`${index} ${head}`}>
            <Text>{head.replace(/^- /, '')}</Text>
            {lines
              .filter((line) => line !== '')
              .map((line) => (
                <Text key={line} size="sm" c="dimmed">
                  {line}
                </Text>
              ))}
          </div>
        ))}
      </Stack>
    </Section>
  )
}
