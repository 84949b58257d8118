import { Accordion, Checkbox, Select, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { record } from './draft.ts'
import type { FormProps } from './form-props.ts'
import { mistakeAt } from './mistake-at.ts'

/** How a staging site is reached; folded, for most funnels need none of it. */
export function AccessForm({ draft, onChange, mistakes }: FormProps) {
  const { t } = useTranslation()
  const access = record(draft['access'])
  const certificates = record(access['certificates'])
  const [hosts, setHosts] = useState(linesOf(record(access['hostMap'])))
  const change = (what: Readonly<Record<string, unknown>>): void =>
    onChange({ ...draft, access: { ...access, ...what } })
  return (
    <Accordion variant="contained">
      <Accordion.Item value="access">
        <Accordion.Control>{t('funnel.access')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="sm">
            <Textarea
              label={t('funnel.hosts')}
              description={t('funnel.hostsMore')}
              autosize
              minRows={2}
              value={hosts}
              error={mistakeAt(mistakes, 'access', 'hostMap')}
              onChange={({ currentTarget }) => {
                setHosts(currentTarget.value)
                change({ hostMap: hostsOf(currentTarget.value) })
              }}
            />
            <Checkbox
              label={t('funnel.acceptInvalid')}
              checked={certificates['acceptInvalid'] === true}
              onChange={({ currentTarget }) =>
                change({ certificates: { ...certificates, acceptInvalid: currentTarget.checked } })
              }
            />
            <Select
              label={t('funnel.thirdPartyCookies')}
              w={240}
              allowDeselect={false}
              data={[
                { value: 'allow', label: t('funnel.allow') },
                { value: 'block', label: t('funnel.block') },
              ]}
              value={access['thirdPartyCookies'] === 'block' ? 'block' : 'allow'}
              onChange={(thirdPartyCookies) => change({ thirdPartyCookies })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

/** `staging.shop.example 10.0.0.5:8443`, a line each. */
function linesOf(hosts: Readonly<Record<string, unknown>>): string {
  return Object.entries(hosts)
    .map(([host, to]) => `${host} ${typeof to === 'string' ? to : ''}`)
    .join('\n')
}

function hostsOf(lines: string): Readonly<Record<string, string>> {
  const pairs = lines.split('\n').map((line) => line.trim().split(/\s+/))
  return Object.fromEntries(pairs.filter(([host]) => host).map(([host = '', to = '']) => [host, to]))
}
