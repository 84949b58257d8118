import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Calibration as CalibrationFound } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { Explained } from '../../parts/explained.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Section } from '../../parts/section.tsx'
import { CalibrationRunning } from './calibration-run.tsx'

/** How the instrument did when it was last held against the lab, whose truth is known. */
export function Calibration() {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const measured = useAsked(() => client.settings.calibration(), [], ['settings'])
  return (
    <Section title={t('calibration.title')}>
      <Answer of={measured}>
        {(found) =>
          found === null ? (
            <Text>{t('calibration.never')}</Text>
          ) : (
            <>
              <Text size="sm">{t('calibration.when', { when: dateTime(found.at), ...found.versions })}</Text>
              <Text size="sm">
                {t('calibration.wrong', { clicks: found.wrongWayClicks, proven: found.falselyProven })}
              </Text>
              <Figures found={found} />
            </>
          )
        }
      </Answer>
      <CalibrationRunning />
    </Section>
  )
}

/** What the lab holds, and how much of it was found as it is. */
function Figures({ found }: { readonly found: CalibrationFound }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <Table verticalSpacing={4} fz="sm" mt="xs" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="40%">{t('calibration.of')}</Table.Th>
          {(['matched', 'missing', 'invented'] as const).map((head) => (
            <Table.Th key={head} ta="right">
              <Explained by={t(`calibrationMore.${head}`)}>{t(`calibration.${head}`)}</Explained>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      {(['facts', 'banners', 'findings'] as const)
        .filter((what) => found[what].length > 0)
        .map((what) => (
          <Table.Tbody key={what}>
            <Table.Tr>
              <Table.Th colSpan={4} scope="rowgroup" pt="sm">
                {t(`calibration.${what}`)}
              </Table.Th>
            </Table.Tr>
            {found[what].map(({ of, matched, missing, invented }) => (
              <Table.Tr key={of}>
                <Table.Td>{of}</Table.Td>
                {[matched, missing, invented].map((amount, index) => (
                  <Table.Td key={index} ta="right">
                    {number(amount)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
    </Table>
  )
}
