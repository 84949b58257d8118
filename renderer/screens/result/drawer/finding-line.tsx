import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FindingView } from '../../../../main/contract.ts'
import { useAddress } from '../../../parts/address.ts'
import { RuleTitle } from '../../../parts/rule-title.tsx'

/** A finding in one line that leads to the whole of it. */
export function FindingLine({ finding: { key, ruleId, title, outcome, severity } }: { readonly finding: FindingView }) {
  const { t } = useTranslation()
  const address = useAddress()
  return (
    <Text size="sm">
      {outcome === 'fail' ? t(`severity.${severity}`) : t(`outcome.${outcome}`)} ·{' '}
      <Anchor
        component="button"
        type="button"
        onClick={() => address.set({ finding: key, cell: null, row: null, observation: null }, true)}
      >
        {ruleId} <RuleTitle of={{ ruleId, title }} />
      </Anchor>
    </Text>
  )
}
