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
import { IconBooks, IconHome, IconMoon, IconSearch, IconSettings, IconSun } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink as RouterLink, Outlet, useLocation } from 'react-router'
import { client } from './client.ts'
import { Commands } from './parts/commands.tsx'
import { ConnectionNote } from './parts/connection-note.tsx'
import { StoreNotes } from './parts/store-notes.tsx'

const PLACES = [
  { to: '/', key: 'home', Icon: IconHome },
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
      navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
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
            <UnstyledButton onClick={spotlight.open}>
              <Group gap="xs" wrap="nowrap">
                <IconSearch size={16} aria-hidden />
                <Text size="sm">{t('app.find')}</Text>
                <Kbd>Ctrl K</Kbd>
              </Group>
            </UnstyledButton>
            <ActionIcon variant="subtle" color="gray" onClick={switchScheme} aria-label={t('app.toggleAppearance')}>
              {scheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
            </ActionIcon>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('app.nav.label')}>
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
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <ConnectionNote />
        <StoreNotes />
        <Outlet />
      </AppShell.Main>
      <Commands />
    </AppShell>
  )
}

/** The address of the window is that of its screen; the link must not change it. */
function focusContent(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#content')?.focus()
}
