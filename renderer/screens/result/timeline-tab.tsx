import { useTranslation } from 'react-i18next'
import type { ObservationKind } from '../../../main/contract.ts'
import { ObservationsTable } from './observations-table.tsx'
import type { TabProps } from './result.tsx'

/** All that was seen, of every kind, as it happened. */
export function TimelineTab({ result }: TabProps) {
  const { t } = useTranslation()
  return <ObservationsTable result={result} kinds={KINDS} label={t('result.tab.timeline')} />
}

const KINDS: readonly ObservationKind[] = []
