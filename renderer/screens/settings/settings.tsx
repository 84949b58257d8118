import { Checkbox, Code, Group, MultiSelect, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { Section } from '../../parts/section.tsx'
import { STATES } from '../../parts/states.ts'
import { useSaid } from '../../parts/wordings.tsx'
import { Browser } from './browser.tsx'
import { Calibration } from './calibration.tsx'
import { Log } from './log.tsx'
import { Network } from './network.tsx'
import { Removed } from './removed.tsx'

/** How this installation looks, what new funnels begin with, and the state of the instrument. */
export function Settings() {
  const { t } = useTranslation()
  const settings = useAsked(() => client.settings.get(), [], ['settings'])
  return (
    <Stack gap="md" maw={900}>
      <ScreenTitle>{t('app.nav.settings')}</ScreenTitle>
      <Answer of={settings}>
        {(now) => (
          <>
            <Appearance now={now} />
            <Browser now={now} />
            <Defaults now={now} />
            <Network now={now} />
          </>
        )}
      </Answer>
      <Calibration />
      <Removed />
      <Installation />
      <Log />
    </Stack>
  )
}

function change(what: Partial<SettingsView>): void {
  void client.settings.change(what)
}

function Appearance({ now }: { readonly now: SettingsView }) {
  const { t } = useTranslation()
  return (
    <Section title={t('settings.appearance')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('settings.language')}
          allowDeselect={false}
          data={[
            { value: 'system', label: t('app.system') },
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
          value={now.language}
          onChange={(language) => language && change({ language })}
        />
        <Select
          label={t('app.appearance')}
          allowDeselect={false}
          data={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`app.${value}`) }))}
          value={now.appearance}
          onChange={(appearance) => appearance && change({ appearance })}
        />
      </SimpleGrid>
    </Section>
  )
}

function Defaults({ now }: { readonly now: SettingsView }) {
  const { t } = useTranslation()
  const jurisdictions = useAsked(() => client.app.jurisdictions(), [])
  const say = useSaid()
  return (
    <Section title={t('settings.defaults')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MultiSelect
          label={t('settings.jurisdictions')}
          description={t('settings.jurisdictionsMore')}
          data={(jurisdictions.value ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
          value={now.jurisdictions}
          onChange={(chosen) => chosen.length > 0 && change({ jurisdictions: chosen })}
        />
        <NumberInput
          label={t('settings.runs')}
          description={t('settings.runsMore')}
          min={1}
          max={50}
          value={now.runs}
          onChange={(runs) => typeof runs === 'number' && runs >= 1 && change({ runs })}
        />
      </SimpleGrid>
      <Checkbox.Group
        mt="md"
        label={t('funnel.states')}
        description={t('funnel.statesMore')}
        value={now.states}
        onChange={(chosen) => chosen.length > 0 && change({ states: STATES.filter((state) => chosen.includes(state)) })}
      >
        <Group mt="xs">
          {STATES.map((state) => (
            <Checkbox key={state} value={state} label={t(`state.${state}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Section>
  )
}

function Installation() {
  const { t } = useTranslation()
  const info = useAsked(() => client.app.info(), [])
  const key = useAsked(() => client.settings.key(), [])
  return (
    <Section title={t('settings.installation')}>
      <Answer of={info}>
        {({ version, dataFolder, knowledge }) => (
          <>
            <Text>{t('settings.version', { version, vendors: knowledge.vendors, knowledge: knowledge.version })}</Text>
            <Text>
              {t('settings.data')} <Code>{dataFolder}</Code>
            </Text>
          </>
        )}
      </Answer>
      <Answer of={key}>
        {({ fingerprint }) => (
          <Text>
            {t('settings.key')} <Code>{fingerprint}</Code>
          </Text>
        )}
      </Answer>
    </Section>
  )
}
