import { Anchor, Badge, Button, Group, List, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useParams } from 'react-router'
import type { Category, RecordSection, VendorDetail, VendorRecord } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { CATEGORIES, CategoryName } from '../../parts/category-name.tsx'
import { useFormats } from '../../parts/formats.ts'
import { WithLinks } from '../../parts/outside-link.tsx'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { Section } from '../../parts/section.tsx'
import { Undo, type Done } from '../../parts/undo.tsx'
import { WayBack } from '../../parts/way-back.tsx'

/** All that is known of a vendor with its sources, where it was seen, and the user's own word on it. */
export function Vendor() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const vendor = useAsked(() => client.knowledge.show({ id }), [id], ['knowledge'])
  const { state } = useLocation()
  const saved = savedIn(state, id)
  const [isHandled, setHandled] = useState(false)
  const [removed, setRemoved] = useState<VendorRecord | null>(null)
  const undoSaving = (was: VendorRecord | null): Promise<unknown> =>
    was === null ? client.knowledge.removeRecord({ id }) : client.knowledge.saveRecord({ record: { ...was } })
  const last: Done | null =
    removed !== null
      ? {
          what: t('knowledge.removed', { name: removed.name }),
          undo: () => client.knowledge.saveRecord({ record: { ...removed } }),
        }
      : saved !== null && !isHandled
        ? { what: t('knowledge.saved', { name: id }), undo: () => undoSaving(saved.was) }
        : null
  const forget = (): void => {
    setRemoved(null)
    setHandled(true)
  }
  return (
    <Stack gap="md" maw={960}>
      <WayBack to="/knowledge">{t('app.nav.knowledge')}</WayBack>
      {last && <Undo key={last.what} done={last} onUndone={forget} />}
      <Answer of={vendor}>
        {(detail) => (
          <>
            <Head detail={detail} onRemoved={setRemoved} />
            <Text size="lg" lang="en">
              {detail.record.summary}
            </Text>
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

/** Handed on by the editor: what stood in the place of what was saved; `null` when it was none of the user's own. */
export interface JustSaved {
  readonly id: string
  readonly was: VendorRecord | null
}

function savedIn(state: unknown, id: string): JustSaved | null {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return null
  const saved = state.saved as JustSaved
  return saved.id === id ? saved : null
}

interface HeadProps {
  readonly detail: VendorDetail
  readonly onRemoved: (record: VendorRecord) => void
}

function Head({ detail: { record, is }, onRemoved }: HeadProps) {
  const { t } = useTranslation()
  const remove = async (): Promise<void> => {
    await client.knowledge.removeRecord({ id: record.id })
    onRemoved(record)
  }
  return (
    <Group justify="space-between">
      <Group gap="sm">
        <ScreenTitle>{record.name}</ScreenTitle>
        <CategoryName category={record.categories.primary} />
        {is !== 'ours' && <Badge variant="default">{t(`knowledge.is.${is}`)}</Badge>}
      </Group>
      <Group gap="xs">
        {is !== 'ours' && (
          <Button variant="default" onClick={() => void remove()}>
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
      <Stack gap="xs" lang="en">
        {entries.map(({ head, lines }, index) => (
          <div key={`${index} ${head}`}>
            <Text>
              <WithLinks text={head.replace(/^- /, '')} />
            </Text>
            {lines
              .filter((line) => line !== '')
              .map((line) => (
                <Text key={line} size="sm" c="dimmed">
                  <WithLinks text={line} />
                </Text>
              ))}
          </div>
        ))}
      </Stack>
    </Section>
  )
}
