import { useTranslation } from 'react-i18next'
import type { ObservationKind } from '../../../main/contract.ts'
import { ObservationsTable } from './observations-table.tsx'
import type { TabProps } from './result.tsx'

/** Everything that was sent: requests and sockets, in the order of time. */
export function RequestsTab({ result }: TabProps) {
  const { t } = useTranslation()
  return <ObservationsTable result={result} kinds={KINDS} label={t('result.tab.requests')} />
}

const KINDS: readonly ObservationKind[] = ['request', 'socket']
