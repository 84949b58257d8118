import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Kbd,
  NavLink,
  Text,
  UnstyledButton,
  useComputedColorScheme,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconArrowsDiff, IconBooks, IconHome, IconMoon, IconSearch, IconSettings, IconSun } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink as RouterLink, Outlet, useLocation } from 'react-router'
import { client } from './client.ts'
import { useAsked } from './parts/asked.ts'
import { Commands } from './parts/commands.tsx'
import { ConnectionNote } from './parts/connection-note.tsx'
import { keyName } from './parts/key-names.ts'
import { StoreNotes } from './parts/store-notes.tsx'
import { UndoNote } from './parts/undo-note.tsx'
import { UnheardFailure } from './parts/unheard-failure.tsx'

const PLACES = [
  { to: '/', key: 'home', Icon: IconHome },
  { to: '/compare', key: 'compare', Icon: IconArrowsDiff },
  { to: '/knowledge', key: 'knowledge', Icon: IconBooks },
  { to: '/settings', key: 'settings', Icon: IconSettings },
] as const

/** What stands around every screen: where one can go, what can be found, and whether the program is there. */
export function Frame() {
  const { t } = useTranslation()
  const [isOpen, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  const scheme = useComputedColorScheme('light')
  const switchScheme = (): void => void client.settings.change({ appearance: scheme === 'dark' ? 'light' : 'dark' })
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="lg"
    >
      <a className="skip-link" href="#content" onClick={focusContent}>
        {t('app.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('app.nav.label')} />
            <Text fw={600}>{t('app.name')}</Text>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <UnstyledButton className="find" onClick={spotlight.open}>
              <IconSearch size={16} aria-hidden />
              <span>{t('app.find')}</span>
              <Kbd size="xs">{keyName('Mod K')}</Kbd>
            </UnstyledButton>
            <ActionIcon variant="subtle" color="gray" onClick={switchScheme} aria-label={t('app.toggleAppearance')}>
              {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
            </ActionIcon>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('app.nav.label')} style={{ overflowY: 'auto' }}>
        {PLACES.map(({ to, key, Icon }) => (
          <NavLink
            key={to}
            component={RouterLink}
            to={to}
            onClick={close}
            active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
            label={t(`app.nav.${key}`)}
            leftSection={<Icon size={18} aria-hidden />}
          />
        ))}
        <Clients onGo={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <ConnectionNote />
        <StoreNotes />
        <UndoNote />
        <UnheardFailure />
        <Outlet />
      </AppShell.Main>
      <Commands />
    </AppShell>
  )
}

/** One click from anywhere; whoever has more of them than fit types the name. */
function Clients({ onGo }: { readonly onGo: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const projects = useAsked(() => client.projects.list(), [], ['projects'])
  const shown = projects.value?.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, MOST_CLIENTS) ?? []
  if (shown.length === 0) return null
  return (
    <>
      <Text size="xs" c="dimmed" px="sm" pt="lg" pb={4} id="nav-clients">
        {t('home.clients')}
      </Text>
      <div role="group" aria-labelledby="nav-clients">
        {shown.map(({ id, name }) => (
          <NavLink
            key={id}
            component={RouterLink}
            to={`/clients/${id}`}
            onClick={onGo}
            active={pathname.startsWith(`/clients/${id}`)}
            label={<bdi>{name}</bdi>}
            title={name}
            styles={{ label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } }}
          />
        ))}
      </div>
    </>
  )
}

const MOST_CLIENTS = 20

/** The address of the window is that of its screen; the link must not change it. */
function focusContent(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#content')?.focus()
}
