import { ActionIcon, Group, Select, TextInput } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconEye,
  IconFileText,
  IconFlag,
  IconGift,
  IconMail,
  IconShoppingCart,
  IconTag,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StepRole } from '../../../main/contract.ts'
import { withoutStep, withStep, type DraftStep } from './draft.ts'
import type { FormProps } from './form-props.ts'
import { mistakeAt } from './mistake-at.ts'
import classes from './steps.module.css'

const ROLES: Readonly<Record<StepRole, typeof IconFlag>> = {
  landing: IconFlag,
  'opt-in': IconMail,
  'thank-you': IconCircleCheck,
  sales: IconTag,
  checkout: IconShoppingCart,
  upsell: IconGift,
  page: IconFileText,
}
const GOALS = ['opt-in', 'page-visit', 'purchase'] as const

interface StepFormProps extends FormProps {
  readonly step: DraftStep
  readonly index: number
  readonly onDrag: () => void
  readonly onDrop: () => void
  /** One place up (-1) or down (1). */
  readonly onMove: (by: -1 | 1) => void
  readonly onVisit: () => void
}

/** One page: its name, where it is, what it is for in the funnel, and a look at it. */
export function StepForm({ draft, onChange, mistakes, step, index, onDrag, onDrop, onMove, onVisit }: StepFormProps) {
  const { t } = useTranslation()
  const number = index + 1
  const change = (what: Partial<Omit<DraftStep, 'raw'>>): void => onChange(withStep(draft, index, what))
  const Icon = ROLES[step.role] ?? IconFileText
  const actions = [
    { key: 'visit', Sign: IconEye, act: onVisit },
    { key: 'up', Sign: IconArrowUp, act: () => onMove(-1) },
    { key: 'down', Sign: IconArrowDown, act: () => onMove(1) },
    { key: 'removeStep', Sign: IconTrash, act: () => onChange(withoutStep(draft, index)) },
  ] as const
  return (
    <li
      className={classes.step}
      aria-label={t('funnel.step', { number })}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <span className={classes.role} draggable title={t('funnel.drag')} onDragStart={onDrag}>
        <Icon size={16} aria-hidden />
      </span>
      <div className={classes.fields}>
        <TextInput
          label={t('funnel.label')}
          value={step.label || step.id}
          error={mistakeAt(mistakes, 'steps', index, 'label') ?? mistakeAt(mistakes, 'steps', index, 'id')}
          onChange={({ currentTarget }) => change({ label: currentTarget.value })}
        />
        <TextInput
          label={t('funnel.address')}
          disabled={step.url === null}
          spellCheck={false}
          value={step.url ?? t('funnel.byClick')}
          error={mistakeAt(mistakes, 'steps', index, 'go')}
          onChange={({ currentTarget }) => change({ url: currentTarget.value })}
        />
        <Select
          label={t('funnel.role')}
          allowDeselect={false}
          data={Object.keys(ROLES).map((value) => ({ value, label: t(`role.${value as StepRole}`) }))}
          value={step.role}
          onChange={(role) => role !== null && change({ role: role as StepRole })}
        />
        <Select
          label={t('funnel.goal')}
          placeholder={t('funnel.noGoal')}
          clearable
          data={GOALS.map((value) => ({ value, label: t(`goal.${value}`) }))}
          value={step.goal}
          onChange={(goal) => change({ goal })}
        />
        <Group gap={2} wrap="nowrap" className={classes.actions}>
          {actions.map(({ key, Sign, act }) => (
            <ActionIcon
              key={key}
              data-act={key}
              variant="subtle"
              color="gray"
              aria-label={t(`funnel.${key}`, { number })}
              title={t(`funnel.${key}`, { number })}
              onClick={act}
            >
              <Sign size={16} aria-hidden />
            </ActionIcon>
          ))}
        </Group>
      </div>
    </li>
  )
}
