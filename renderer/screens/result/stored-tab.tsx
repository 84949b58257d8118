import { useTranslation } from 'react-i18next'
import type { ObservationKind } from '../../../main/contract.ts'
import { ObservationsTable } from './observations-table.tsx'
import type { TabProps } from './result.tsx'

/** Everything that was stored on the device, written or kept. */
export function StoredTab({ result }: TabProps) {
  const { t } = useTranslation()
  return <ObservationsTable result={result} kinds={KINDS} label={t('result.tab.stored')} />
}

const KINDS: readonly ObservationKind[] = ['cookie-write', 'cookie', 'storage-write', 'storage']
