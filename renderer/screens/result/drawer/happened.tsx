import { Code, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Observation, ObservationDetail } from '../../../../main/contract.ts'
import { Filled, gap } from '../../../parts/filled.tsx'
import { useFormats } from '../../../parts/formats.ts'

/** What happened, in a sentence to the millisecond: who did what to the device, how long after what, in which state. */
export function Happened({ detail: { observation, row } }: { readonly detail: ObservationDetail }) {
  const { t } = useTranslation()
  const { number, lifetime } = useFormats()
  const what = whatOf(observation)
  if (what === null) return null
  const days = 'lifetimeDays' in observation ? observation.lifetimeDays : null
  const state = row.state === 'choosing' ? t('happened.choosing') : t(`when.${row.state}`)
  const time = `${number(Math.round(row.told.ms))} ms`
  const text = t(`happened.${what}`, {
    who: gap('who'),
    name: gap('name'),
    when: t(`happened.since.${row.told.since}`, { time, state }),
    lifetime: days === null ? t('session') : lifetime(days),
  })
  const name = observation.kind === 'request' ? (row.host ?? row.title) : row.title
  return (
    <Text>
      <Filled
        text={text}
        parts={{
          who: <bdi>{row.vendorName ?? row.host ?? t('drawer.noVendor')}</bdi>,
          name: (
            <Code>
              <bdi>{name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS)}…` : name}</bdi>
            </Code>
          ),
        }}
      />
    </Text>
  )
}

const MOST_LETTERS = 120

/** `null` for what no sentence says better than its own facts. */
function whatOf(seen: Observation) {
  switch (seen.kind) {
    case 'cookie-write':
      return ({ set: 'cookieSet', deleted: 'cookieDeleted', refused: 'cookieRefused' } as const)[seen.effect]
    case 'cookie':
      return 'cookieKept'
    case 'storage-write':
      return ({ set: 'storageSet', deleted: 'storageDeleted' } as const)[seen.effect]
    case 'storage':
      return 'storageKept'
    case 'request':
      if (seen.fate === 'blocked') return 'requestBlocked'
      return seen.fate === 'failed' ? 'requestFailed' : 'requestSent'
    default:
      return null
  }
}
