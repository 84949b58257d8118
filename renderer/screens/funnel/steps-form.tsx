import { Button, Group, Stack, Text } from '@mantine/core'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../parts/section.tsx'
import { stepsOf, withNewStep, withStepAt, withStepMoved } from './draft.ts'
import type { FormProps } from './form-props.ts'
import { StepForm } from './step-form.tsx'
import classes from './steps.module.css'
import { StepVisited } from './step-visited.tsx'

/** The pages in the order of the visit, as a line to be read downwards and dragged into order. */
export function StepsForm(props: FormProps) {
  const { t } = useTranslation()
  const { draft, onChange, mistakes } = props
  const [dragged, setDragged] = useState<number | null>(null)
  const [visited, setVisited] = useState<number | null>(null)
  const drop = (to: number): void => {
    if (dragged !== null && dragged !== to) onChange(withStepAt(draft, dragged, to))
    setDragged(null)
  }
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ readonly to: number; readonly key: 'up' | 'down' } | null>(null)
  const move = (index: number, by: -1 | 1): void => {
    if (stepsOf(draft)[index + by] === undefined) return
    moved.current = { to: index + by, key: by < 0 ? 'up' : 'down' }
    onChange(withStepMoved(draft, index, by))
  }
  // Whoever moves a step by key goes with it, and can move it on.
  useLayoutEffect(() => {
    if (moved.current === null) return
    const { to, key } = moved.current
    moved.current = null
    list.current?.children[to]?.querySelector<HTMLElement>(`[data-act=${key}]`)?.focus()
  }, [draft])
  return (
    <Section title={t('funnel.steps')}>
      <Stack gap="sm">
        <ol ref={list} className={classes.steps}>
          {stepsOf(draft).map((step, index) => (
            <StepForm
              key={index}
              {...props}
              step={step}
              index={index}
              onDrag={() => setDragged(index)}
              onDrop={() => drop(index)}
              onMove={(by) => move(index, by)}
              onVisit={() => setVisited(index)}
            />
          ))}
        </ol>
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
      {visited !== null && <StepVisited draft={draft} index={visited} onClose={() => setVisited(null)} />}
    </Section>
  )
}
