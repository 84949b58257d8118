import { useTranslation } from 'react-i18next'
import { ObservationsTable } from './observations-table.tsx'
import type { TabProps } from './result.tsx'

/** Everything that was stored on the device, written or kept. */
export function StoredTab({ result }: TabProps) {
  const { t } = useTranslation()
  return (
    <ObservationsTable
      result={result}
      kinds={['cookie-write', 'cookie', 'storage-write', 'storage']}
      label={t('result.tab.stored')}
    />
  )
}
