import { Anchor, Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'

/** The screen above this one. */
export function WayBack({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} size="sm" style={{ alignSelf: 'flex-start' }}>
      <Group component="span" gap={4} wrap="nowrap">
        <IconArrowLeft size={14} aria-hidden />
        <bdi>{children}</bdi>
      </Group>
    </Anchor>
  )
}

/** To the client by name, or home for what belongs to nobody. */
export function WayToClient({ projectId }: { readonly projectId: string | null }) {
  const { t } = useTranslation()
  const projects = useAsked(async () => (projectId === null ? [] : client.projects.list()), [projectId], ['projects'])
  const known = projects.value?.find(({ id }) => id === projectId)
  if (known) return <WayBack to={`/clients/${known.id}`}>{known.name}</WayBack>
  return <WayBack to="/">{t('app.nav.home')}</WayBack>
}
