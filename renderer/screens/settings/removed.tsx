import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RemovedThing } from '../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../client.ts'
import { Answer, FailureNote } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { useFormats } from '../../parts/formats.ts'
import { Section } from '../../parts/section.tsx'

/** What was removed and is not gone yet: each comes back by a click. */
export function Removed() {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<Failure | null>(null)
  const removed = useAsked(() => client.removed.list(), [], ['projects', 'funnels', 'scans'])
  const restore = ({ what, id }: RemovedThing): void => {
    setFailure(null)
    client.removed.restore({ what, id }).catch((reason: unknown) => setFailure(failureOf(reason)))
  }
  return (
    <Section title={t('removed.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('removed.more')}
      </Text>
      {failure && <FailureNote failure={failure} />}
      <Answer of={removed}>
        {(things) =>
          things.length === 0 ? (
            <Text>{t('removed.nothing')}</Text>
          ) : (
            <Stack gap="xs">
              {things.map((thing) => (
                <Thing key={`${thing.what} ${thing.id}`} thing={thing} onRestore={() => restore(thing)} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Section>
  )
}

function Thing({ thing, onRestore }: { readonly thing: RemovedThing; readonly onRestore: () => void }) {
  const { t } = useTranslation()
  const { date, dateTime } = useFormats()
  const { what, name, removedAt, goesAt } = thing
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text>
          {t(`removed.what.${what}`)} <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {t('removed.when', { when: dateTime(removedAt), until: date(goesAt) })}
        </Text>
      </div>
      <Button variant="default" size="compact-sm" aria-label={`${t('client.restore')}: ${name}`} onClick={onRestore}>
        {t('client.restore')}
      </Button>
    </Group>
  )
}
