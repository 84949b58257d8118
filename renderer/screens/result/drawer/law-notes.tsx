import { List, Text } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingView } from '../../../../main/contract.ts'
import { Sentence } from '../../../parts/sentence.tsx'

/** What a finding comes to under each legal order, in every reading where the law is open. */
export function LawNotes({ finding: { readings } }: { readonly finding: FindingView }) {
  const { t } = useTranslation()
  if (readings.length === 0) return null
  return (
    <div>
      <Text fw={600}>{t('law.title')}</Text>
      <List size="sm">
        {readings.map(({ jurisdiction, reading, outcome, severity, law, note }) => (
          <List.Item key={`${jurisdiction} ${reading}`}>
            {jurisdiction.toUpperCase()}, {t(`law.${reading}`)}: {t(`outcome.${outcome}`)}
            {outcome === 'fail' && ` (${t(`severity.${severity}`)})`}
            {law.map((clause, index) => (
              <Fragment key={clause}>
                {index === 0 ? ' · ' : '; '}
                <Sentence text={clause} />
              </Fragment>
            ))}
            {note !== '' && (
              <>
                {' · '}
                <Sentence text={note} />
              </>
            )}
          </List.Item>
        ))}
      </List>
    </div>
  )
}
