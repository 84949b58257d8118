import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StepRole } from '../../../main/contract.ts'
import { Section } from '../../parts/section.tsx'
import { mistakeAt } from './mistake-at.ts'
import { stepsOf, withNewStep, withoutStep, withStep, withStepMoved, type DraftStep } from './draft.ts'
import type { FormProps } from './form-props.ts'

const ROLES: readonly StepRole[] = ['landing', 'opt-in', 'thank-you', 'sales', 'checkout', 'upsell', 'page']
const GOALS = ['opt-in', 'page-visit', 'purchase'] as const

/** The pages in the order of the visit. */
export function StepsForm(props: FormProps) {
  const { t } = useTranslation()
  const { draft, onChange, mistakes } = props
  return (
    <Section title={t('funnel.steps')}>
      <Stack gap="sm">
        {stepsOf(draft).map((step, index) => (
          <StepForm key={index} {...props} step={step} index={index} />
        ))}
        {mistakes
          .filter(({ path }) => path.length === 1 && path[0] === 'steps')
          .map(({ text }) => (
            <Text key={text} role="alert" size="sm">
              {text}
            </Text>
          ))}
        <Group>
          <Button variant="default" onClick={() => onChange(withNewStep(draft))}>
            {t('funnel.addStep')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

interface StepFormProps extends FormProps {
  readonly step: DraftStep
  readonly index: number
}

function StepForm({ draft, onChange, mistakes, step, index }: StepFormProps) {
  const { t } = useTranslation()
  const number = index + 1
  const change = (what: Partial<Omit<DraftStep, 'raw'>>): void => onChange(withStep(draft, index, what))
  return (
    <Group role="group" aria-label={t('funnel.step', { number })} gap="xs" align="flex-start">
      <TextInput
        label={t('funnel.label')}
        w={200}
        value={step.label || step.id}
        error={mistakeAt(mistakes, 'steps', index, 'label') ?? mistakeAt(mistakes, 'steps', index, 'id')}
        onChange={({ currentTarget }) => change({ label: currentTarget.value })}
      />
      <TextInput
        label={t('funnel.address')}
        style={{ flex: '1 1 280px' }}
        disabled={step.url === null}
        value={step.url ?? t('funnel.byClick')}
        error={mistakeAt(mistakes, 'steps', index, 'go')}
        onChange={({ currentTarget }) => change({ url: currentTarget.value })}
      />
      <Select
        label={t('funnel.role')}
        w={140}
        allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={step.role}
        onChange={(role) => role !== null && change({ role })}
      />
      <Select
        label={t('funnel.goal')}
        w={140}
        clearable
        data={GOALS.map((value) => ({ value, label: t(`goal.${value}`) }))}
        value={step.goal}
        onChange={(goal) => change({ goal })}
      />
      <Group gap={2} mt={24} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('funnel.up', { number })}
          onClick={() => onChange(withStepMoved(draft, index, -1))}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('funnel.down', { number })}
          onClick={() => onChange(withStepMoved(draft, index, 1))}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('funnel.removeStep', { number })}
          onClick={() => onChange(withoutStep(draft, index))}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </Group>
  )
}
