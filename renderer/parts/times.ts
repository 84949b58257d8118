import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObservationRow, SettingsView } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'
import { useFormats } from './formats.ts'

type Times = SettingsView['times']

/** How this person wants to be told when something was seen, in every table and list, until it is chosen otherwise. */
export function useTimes(): {
  readonly areUtc: boolean
  readonly choose: (utc: boolean) => void
  readonly tell: (when: Pick<ObservationRow, 'told' | 'utc'>) => string
} {
  const { t } = useTranslation()
  const { since } = useFormats()
  const settings = useAsked(async () => (latest = (await client.settings.get()).times), [], ['settings'])
  const areUtc = (settings.value ?? latest) === 'utc'
  return useMemo(() => {
    // Looked up once: a table that is scrolled tells hundreds of times a second.
    const names = { click: t('told.click'), load: t('told.load'), start: t('told.start') }
    return {
      areUtc,
      choose: (utc) => void client.settings.change({ times: utc ? 'utc' : 'relative' }),
      tell: ({ told, utc }) => (areUtc ? inUtc(utc) : `${names[told.since]} +${since(told.ms)}`),
    }
  }, [t, since, areUtc])
}

/** What was chosen last, so that a table does not begin with the other. */
let latest: Times = 'relative'

/** `2026-11-21 21:25:53.412`, the same in every language. */
export function inUtc(utc: string): string {
  return utc.replace('T', ' ').replace('Z', '')
}
