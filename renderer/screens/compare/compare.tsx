import { ActionIcon, Select, Stack, Text } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScanSummary } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { useAddress } from '../../parts/address.ts'
import { useAsked } from '../../parts/asked.ts'
import { useFormats } from '../../parts/formats.ts'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import classes from './compare.module.css'
import { Compared } from './compared.tsx'
import { latestOf, scanBefore } from './scan-before.ts'

/** Two scans of a funnel: what is new, gone and changed, and what cannot be said. Both stand in the address. */
export function Compare() {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const address = useAddress()
  const scans = useAsked(() => client.scans.list({ limit: 500 }), [], ['scans'])
  const choices = (scans.value?.items ?? []).filter(({ hasResult }) => hasResult)
  const after = address.get('new') ?? latestOf(choices, address.get('funnel'))
  const before = address.get('old') ?? scanBefore(choices, after)
  const { set } = address
  const isFromFunnel = address.get('funnel') !== null
  useEffect(() => {
    // The latest two of today are others tomorrow: the address names the scans.
    if (isFromFunnel && before !== null && after !== null) set({ old: before, new: after, funnel: null })
  }, [isFromFunnel, before, after, set])
  const data = choices.map((scan: ScanSummary) => ({
    value: scan.id,
    label: `${scan.name} · ${dateTime(scan.startedAt)}`,
  }))
  const choose = (pair: { readonly old: string | null; readonly new: string | null }): void =>
    address.set({ ...pair, cell: null, funnel: null }, true)
  return (
    <Stack gap="md">
      <ScreenTitle>{t('compared.title')}</ScreenTitle>
      <div className={classes.choice}>
        <Select
          label={t('compared.before')}
          placeholder={t('compared.pick')}
          searchable
          data={data}
          value={before}
          onChange={(old) => choose({ old, new: after })}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('compared.swap')}
          title={t('compared.swap')}
          disabled={before === null || after === null}
          onClick={() => choose({ old: after, new: before })}
        >
          <IconArrowsLeftRight size={18} aria-hidden />
        </ActionIcon>
        <Select
          label={t('compared.after')}
          placeholder={t('compared.pick')}
          searchable
          data={data}
          value={after}
          onChange={(next) => choose({ old: before, new: next })}
        />
      </div>
      {before !== null && after !== null ? (
        <Compared key={`${before} ${after}`} ids={{ before, after }} />
      ) : (
        <Text c="dimmed">{t(choices.length < 2 ? 'compared.needsTwo' : 'compared.choose')}</Text>
      )}
    </Stack>
  )
}
