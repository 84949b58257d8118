import { List, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TabProps } from './result.tsx'

/** What holding chosen vendors back came to, and whether the site bears it: the answer of the state `gated`. */
export function WhatIfPart({ result: { whatIf, steps } }: TabProps) {
  const { t } = useTranslation()
  if (whatIf === null) return null
  const { held, gone, leaks, broken, stepsLost, forms, errors, players, embeds, without } = whatIf
  const labels = (ids: readonly string[]): string =>
    ids.map((stepId) => steps.find(({ id }) => id === stepId)?.label ?? stepId).join(', ')
  const named = (items: readonly { readonly name: string }[]): string =>
    [...new Set(items.map(({ name }) => name))].join(', ')
  const whole = (items: readonly { readonly item: string }[]): string =>
    [...new Set(items.map(({ item }) => item))].join(', ')
  const said =
    held.length === 0
      ? [t('whatIf.nothing')]
      : [
          t('whatIf.held', { names: named(held) }),
          t('whatIf.gone', { count: gone.length, names: named(gone) }),
          ...without.map(({ by, stored }) =>
            t('whatIf.without', { what: by.item, who: by.name, names: whole(stored) }),
          ),
          t('whatIf.leaks', { count: leaks.length, names: named(leaks) }),
          t('whatIf.broken', { count: broken.length, names: whole(broken) }),
          t('whatIf.lost', { count: stepsLost.length, names: labels(stepsLost) }),
          forms.sent.length === 0
            ? t('whatIf.noForms')
            : t('whatIf.forms', { count: forms.lost.length, names: labels(forms.lost) }),
          ...(errors === null ? [t('whatIf.errorsUnknown')] : [t('whatIf.errors', { count: errors.length })]),
          ...(errors ?? []).map(({ text, stepIds }) => `${labels(stepIds)}: ${text}`),
          players === null
            ? t('whatIf.playersUnknown')
            : t('whatIf.players', { count: players.lost.length, of: players.seen }),
          ...(embeds.length === 0 ? [] : [t('whatIf.embeds', { names: whole(embeds) })]),
        ]
  return (
    <section aria-labelledby="what-if">
      <Title order={2} size="h3" id="what-if">
        {t('whatIf.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('whatIf.about')}
      </Text>
      <List size="sm" mt="xs">
        {said.slice(0, MOST).map((sentence) => (
          <List.Item key={sentence}>
            <bdi>{sentence}</bdi>
          </List.Item>
        ))}
      </List>
      {said.length > MOST && <Text size="sm">{t('whatIf.more')}</Text>}
    </section>
  )
}

const MOST = 60
