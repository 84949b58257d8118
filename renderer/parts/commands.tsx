import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Hit } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'
import { useFormats } from './formats.ts'
import { KeyboardHelp } from './keyboard-help.tsx'

/** Finds any client, funnel, scan or vendor, and does what the menus do: Ctrl K, or Cmd K. */
export function Commands() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { dateTime } = useFormats()
  const [words, setWords] = useState('')
  const scans = useAsked(() => client.scans.list({ limit: 50 }), [], ['scans'])
  const projects = useAsked(() => client.projects.list(), [], ['projects'])
  const funnels = useAsked(() => client.funnels.list({}), [], ['funnels'])
  const [areKeysShown, { open: showKeys, close: hideKeys }] = useDisclosure()
  useHotkeys([
    ['shift + ?', showKeys],
    ['?', showKeys],
  ])
  const wanted = words.trim()
  const vendors = useAsked(
    async () => (wanted.length < 2 ? [] : client.knowledge.search({ words: wanted, limit: 40 })),
    [wanted],
  )
  const to = (id: string, label: string, place: string, description?: string): SpotlightActionData => ({
    id,
    label,
    ...(description === undefined ? {} : { description }),
    onClick: () => void navigate(place),
  })
  const groups: SpotlightActionGroupData[] = [
    {
      group: t('app.name'),
      actions: [
        to('home', t('app.nav.home'), '/'),
        to('knowledge', t('app.nav.knowledge'), '/knowledge'),
        to('settings', t('app.nav.settings'), '/settings'),
        to('compare', t('compared.title'), '/compare'),
        to('vendor', t('knowledge.add'), '/knowledge/new/edit'),
        { id: 'keys', label: t('keys.title'), onClick: showKeys },
      ],
    },
    {
      group: t('home.latest'),
      actions: (scans.value?.items ?? []).map(({ id, name, startedAt }) =>
        to(`scan ${id}`, name, `/scans/${id}`, dateTime(startedAt)),
      ),
    },
    {
      group: t('home.clients'),
      actions: (projects.value ?? []).flatMap(({ id, name }) => [
        to(`client ${id}`, name, `/clients/${id}`),
        to(`new funnel ${id}`, `${t('client.newFunnel')}: ${name}`, `/clients/${id}/new-funnel`),
      ]),
    },
    {
      group: t('client.funnels'),
      actions: (funnels.value ?? []).map(({ id, name, site }) => to(`funnel ${id}`, name, `/funnels/${id}`, site)),
    },
    {
      group: t('app.nav.knowledge'),
      actions: onePerVendor(vendors.value ?? []).map(({ vendorId, name, what }) =>
        to(
          `vendor ${vendorId}`,
          name,
          `/knowledge/${vendorId}`,
          what.toLowerCase() === name.toLowerCase() ? undefined : what,
        ),
      ),
    },
  ]
  return (
    <>
      <KeyboardHelp isOpen={areKeysShown} onClose={hideKeys} />
      <Spotlight
        actions={groups}
        query={words}
        onQueryChange={setWords}
        nothingFound={t('app.nothingFound')}
        shortcut={['mod + K']}
        limit={30}
        highlightQuery
        attributes={{ content: { 'aria-label': t('app.find') } }}
        overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
        searchProps={{
          placeholder: t('app.findHint'),
          'aria-label': t('app.find'),
          leftSection: <IconSearch size={18} aria-hidden />,
        }}
      />
    </>
  )
}

/** The first thing that matched is enough to say why it is here. */
function onePerVendor(hits: readonly Hit[]): readonly Hit[] {
  return hits.filter(({ vendorId }, index) => hits.findIndex((hit) => hit.vendorId === vendorId) === index).slice(0, 8)
}
