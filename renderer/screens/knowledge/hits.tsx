import { Anchor, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { client } from '../../client.ts'
import { useAsked } from '../../parts/asked.ts'
import { MiddleCut } from '../../parts/middle-cut.tsx'

/** Hosts, cookies, storage keys and click parameters of that name, and whose they are. */
export function Hits({ words }: { readonly words: string }) {
  const { t } = useTranslation()
  const hits = useAsked(() => client.knowledge.search({ words, limit: 12 }), [words])
  const facts = (hits.value ?? []).filter(({ what, name }) => what !== name)
  if (facts.length === 0) return null
  return (
    <section aria-label={t('knowledge.facts')}>
      <Text fw={600}>{t('knowledge.facts')}</Text>
      <List size="sm">
        {facts.map(({ vendorId, name, what }) => (
          <List.Item key={`${vendorId} ${what}`}>
            <MiddleCut text={what} /> ·{' '}
            <Anchor component={Link} size="sm" to={`/knowledge/${vendorId}`}>
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </section>
  )
}
