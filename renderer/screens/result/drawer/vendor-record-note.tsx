import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { client } from '../../../client.ts'
import { Answer } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'

/** What the vendor's record says, in short. */
export function VendorRecordNote({ vendorId }: { readonly vendorId: string }) {
  const { t } = useTranslation()
  const vendor = useAsked(() => client.knowledge.show({ id: vendorId }), [vendorId], ['knowledge'])
  return (
    <Answer of={vendor}>
      {({ record }) => (
        <div>
          <Text fw={600}>{t('drawer.about', { name: record.name })}</Text>
          <Text size="sm">{record.summary}</Text>
          <Text size="sm" c="dimmed">
            {t('drawer.reviewed', { date: record.provenance.reviewed })} ·{' '}
            <Anchor component={Link} size="sm" underline="always" to={`/knowledge/${vendorId}`}>
              {t('drawer.record')}
            </Anchor>
          </Text>
        </div>
      )}
    </Answer>
  )
}
