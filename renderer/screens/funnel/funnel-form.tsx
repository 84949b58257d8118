import { Checkbox, Group, MultiSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useAsked } from '../../parts/asked.ts'
import { Section } from '../../parts/section.tsx'
import { STATES } from '../../parts/states.ts'
import { useSaid } from '../../parts/wordings.tsx'
import { AccessForm } from './access-form.tsx'
import { word, words } from './draft.ts'
import { mistakeAt } from './mistake-at.ts'
import type { FormProps } from './form-props.ts'
import { StepsForm } from './steps-form.tsx'

/** Everything of a funnel that people usually set; the rest stands in the file. */
export function FunnelForm(props: FormProps) {
  const { t } = useTranslation()
  const { draft, onChange, mistakes } = props
  const jurisdictions = useAsked(() => client.app.jurisdictions(), [])
  const say = useSaid()
  return (
    <Stack gap="md">
      <Section title={t('funnel.what')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('funnel.name')}
            value={word(draft['name'])}
            error={mistakeAt(mistakes, 'name')}
            onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
          />
          <TextInput
            label={t('funnel.site')}
            value={word(draft['site'])}
            error={mistakeAt(mistakes, 'site')}
            onChange={({ currentTarget }) => onChange({ ...draft, site: currentTarget.value })}
          />
        </SimpleGrid>
      </Section>
      <StepsForm {...props} />
      <Section title={t('funnel.how')}>
        <Stack gap="md">
          <Checkbox.Group
            label={t('funnel.states')}
            description={t('funnel.statesMore')}
            value={[...words(draft['states'])]}
            error={mistakeAt(mistakes, 'states')}
            onChange={(states) => onChange({ ...draft, states: STATES.filter((each) => states.includes(each)) })}
          >
            <Group mt="xs">
              {STATES.map((state) => (
                <Checkbox key={state} value={state} label={t(`state.${state}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <NumberInput
              label={t('settings.runs')}
              min={1}
              max={50}
              value={typeof draft['runs'] === 'number' ? draft['runs'] : 1}
              error={mistakeAt(mistakes, 'runs')}
              onChange={(runs) => onChange({ ...draft, runs })}
            />
            <MultiSelect
              label={t('settings.jurisdictions')}
              data={(jurisdictions.value ?? []).map(({ id, title }) => ({ value: id, label: say(title) }))}
              value={[...words(draft['jurisdictions'])]}
              error={mistakeAt(mistakes, 'jurisdictions')}
              onChange={(chosen) => onChange({ ...draft, jurisdictions: chosen })}
            />
          </SimpleGrid>
        </Stack>
      </Section>
      <AccessForm {...props} />
    </Stack>
  )
}
