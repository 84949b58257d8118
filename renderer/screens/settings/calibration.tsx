import { Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CalibrationFigure } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
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
              <Group align="flex-start" mt="xs">
                {(['facts', 'banners', 'findings'] as const).map(
                  (what) => found[what].length > 0 && <Figures key={what} what={what} figures={found[what]} />,
                )}
              </Group>
            </>
          )
        }
      </Answer>
      <CalibrationRunning />
    </Section>
  )
}

interface FiguresProps {
  readonly what: 'facts' | 'banners' | 'findings'
  readonly figures: readonly CalibrationFigure[]
}

function Figures({ what, figures }: FiguresProps) {
  const { t } = useTranslation()
  return (
    <Table captionSide="top" verticalSpacing={4} fz="sm">
      <Table.Caption ta="left">{t(`calibration.${what}`)}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {(['of', 'matched', 'missing', 'invented'] as const).map((head) => (
            <Table.Th key={head}>{t(`calibration.${head}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.map(({ of, matched, missing, invented }) => (
          <Table.Tr key={of}>
            <Table.Td>{of}</Table.Td>
            <Table.Td>{matched}</Table.Td>
            <Table.Td>{missing}</Table.Td>
            <Table.Td>{invented}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
