import { List, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Verification } from '../../../main/contract.ts'
import { useFormats } from '../../parts/formats.ts'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import { Sentence } from '../../parts/sentence.tsx'

/** Whether the evidence is what was sealed, by whom and when: checked now, told in words. */
export function Seal({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation()
  const { number, dateTime } = useFormats()
  const { verdict, because, faults, observations, gaps, files, seal, assessment } = verification
  const facts: readonly (readonly [string, string])[] = [
    [
      t('seal.holds'),
      t('seal.counts', { observations: number(observations), gaps: number(gaps), files: number(files) }),
    ],
    [t('seal.at'), seal?.sealedAt ? `${dateTime(seal.sealedAt)} (${seal.sealedAt})` : t('seal.never')],
    [t('seal.key'), seal?.key ?? t('seal.noKey')],
    [t('seal.time'), timeOf()],
    [t('seal.assessment'), t(`seal.assessmentIs.${assessment.is}`)],
  ]
  return (
    <Stack gap="xs">
      <Text fw={600} data-verdict={verdict}>
        {t(`seal.verdict.${verdict}`)}
      </Text>
      {because !== null && (
        <Text>
          <Sentence text={because} />
        </Text>
      )}
      <Table verticalSpacing={4} fz="sm" maw={900}>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={200}>
                {name}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {faults.length > 0 && (
        <List size="sm">
          {faults.map(({ path, what, why }) => (
            <List.Item key={`${path} ${what}`}>
              <MiddleCut text={path} /> {t(`seal.fault.${what}`)}
              {why !== null && (
                <>
                  {' '}
                  (<Sentence text={why} />)
                </>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  )

  function timeOf(): string {
    const seen = seal?.timestamp
    if (seen?.is === 'rfc3161') return t('seal.timeBy', { when: dateTime(seen.at), by: seen.by })
    return t(seen?.is === 'broken' ? 'seal.timeBroken' : 'seal.timeNone')
  }
}
