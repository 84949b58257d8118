import { Card, Group, List, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConsentJourney, ObservationOf } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { useFormats } from '../../parts/formats.ts'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import { Picture } from '../../parts/picture.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import type { TabProps } from './result.tsx'
import { WhatIfPart } from './what-if.tsx'

/** How each state was reached: the banner, the clicks, what proves that the choice took, and the signals seen. */
export function ConsentTab({ result }: TabProps) {
  const { t } = useTranslation()
  const journeys = useAsked(() => client.results.consent({ id: result.id }), [result.id])
  return (
    <Answer of={journeys}>
      {(list) => (
        <Stack gap="xl">
          <WhatIfPart result={result} />
          {list.length === 0 && <Text>{t('consent.nothing')}</Text>}
          {list.map((journey) => (
            <Journey key={`${journey.journey} ${journey.run}`} journey={journey} result={result} />
          ))}
        </Stack>
      )}
    </Answer>
  )
}

function Journey({ journey, result }: TabProps & { readonly journey: ConsentJourney }) {
  const { t } = useTranslation()
  const { journey: state, run, banners, choices, pictures } = journey
  const seen = banners.find(({ visible }) => visible)
  return (
    <section aria-label={t(`state.${state}`)}>
      <Title order={2} size="h3">
        {t(`state.${state}`)}
        {result.scan.runs > 1 && ` · ${t('picture.run', { run })}`}
      </Title>
      <Stack gap="md" mt="xs">
        {seen ? <Banner banner={seen} /> : <Text>{t('consent.noBanner')}</Text>}
        {choices.map((choice) => (
          <ChoiceMade key={choice.id} choice={choice} />
        ))}
        {pictures.length > 0 && (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {pictures.map((picture) => (
              <Picture key={picture.id} scanId={result.id} steps={result.steps} picture={picture} />
            ))}
          </SimpleGrid>
        )}
        <Signals journey={journey} />
      </Stack>
    </section>
  )
}

function Banner({ banner: { cmp, buttons, text } }: { readonly banner: ObservationOf<'banner'> }) {
  const { t } = useTranslation()
  return (
    <Card withBorder>
      <Text fw={600}>{cmp === 'unknown' ? t('consent.bannerUnknown') : t('consent.bannerOf', { cmp })}</Text>
      {text !== '' && (
        <Text size="sm" c="dimmed" lineClamp={4}>
          <bdi>{text}</bdi>
        </Text>
      )}
      <List size="sm" mt="xs">
        {buttons.map((button, index) => (
          <List.Item key={`${index} ${button.text}`}>
            <bdi>“{button.text}”</bdi>: {t(`button.${button.meaning}`)}, {t('consent.layer', { layer: button.layer })}
          </List.Item>
        ))}
      </List>
    </Card>
  )
}

function ChoiceMade({ choice }: { readonly choice: ObservationOf<'choice'> }) {
  const { t } = useTranslation()
  const { since } = useFormats()
  return (
    <Card withBorder>
      <Text fw={600}>
        {t(`choice.${choice.choice}`)}: {t(`verdict.${choice.verdict}`)}
      </Text>
      <Text size="sm">
        <Sentence text={choice.because} />
      </Text>
      {choice.clicks.length > 0 && (
        <List size="sm" mt="xs" type="ordered">
          {choice.clicks.map((click) => (
            <List.Item key={click.at}>
              {since(click.at)} · <bdi>“{click.text}”</bdi> ({t(`button.${click.meaning}`)}) · {Math.round(click.x)},{' '}
              {Math.round(click.y)}
              {!click.trusted && ` · ${t('consent.notTrusted')}`}
            </List.Item>
          ))}
        </List>
      )}
      <List size="sm" mt="xs">
        {choice.proof.map(({ kind, agrees, detail }) => (
          <List.Item key={`${kind} ${detail}`}>
            {agrees ? t('consent.agrees') : t('consent.contradicts')} {t(`proof.${kind}`)}: <Sentence text={detail} />
          </List.Item>
        ))}
      </List>
    </Card>
  )
}

function Signals({ journey: { signals } }: { readonly journey: ConsentJourney }) {
  const { t } = useTranslation()
  const { since } = useFormats()
  if (signals.length === 0) return null
  return (
    <Group>
      <Table.ScrollContainer minWidth={480}>
        <Table captionSide="top" verticalSpacing={4} fz="sm">
          <Table.Caption ta="left">{t('consent.signals')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.at')}</Table.Th>
              <Table.Th>{t('consent.standard')}</Table.Th>
              <Table.Th>{t('consent.where')}</Table.Th>
              <Table.Th>{t('consent.says')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {signals.slice(0, MOST_SIGNALS).map(({ observationId, at, standard, where, raw, says }) => (
              <Table.Tr key={`${observationId} ${standard}`}>
                <Table.Td>{since(at)}</Table.Td>
                <Table.Td>{standard}</Table.Td>
                <Table.Td>
                  <MiddleCut text={where} most={60} />
                </Table.Td>
                <Table.Td>{says ?? <MiddleCut text={raw} most={60} />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {signals.length > MOST_SIGNALS && (
        <Text size="sm">{t('consent.moreSignals', { count: signals.length - MOST_SIGNALS })}</Text>
      )}
    </Group>
  )
}

const MOST_SIGNALS = 100
