import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'

/** From a funnel to what changed since its scan before the latest one; nothing while there are no two of them. */
export function CompareLatest({ funnelId }: { readonly funnelId: string }) {
  const { t } = useTranslation()
  const scans = useAsked(() => client.scans.list({ funnelId }), [funnelId], ['scans', 'scan'])
  const seen = scans.value?.items.filter(({ hasResult }) => hasResult) ?? []
  if (seen.length < 2) return null
  return (
    <Button component={Link} to={`/compare?funnel=${funnelId}`} variant="default">
      {t('compared.latest')}
    </Button>
  )
}
