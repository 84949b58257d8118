import { Accordion, Checkbox, PasswordInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { record, word } from './draft.ts'
import type { FormProps } from './form-props.ts'
import { SecretAddress } from '../../parts/secret-address.tsx'
import { ShowHidden } from '../../parts/show-hidden.tsx'
import { mistakeAt } from './mistake-at.ts'
import { hiddenPairs, linesOfPairs, pairsOfLines, revealedPairs } from './pair-lines.ts'

/** How a staging site is reached; folded, for most funnels need none of it. */
export function AccessForm({ draft, onChange, mistakes }: FormProps) {
  const { t } = useTranslation()
  const access = record(draft['access'])
  const certificates = record(access['certificates'])
  const basicAuth = record(access['basicAuth'])
  const change = (what: Readonly<Record<string, unknown>>): void =>
    onChange({ ...draft, access: withoutEmpty({ ...access, ...what }) })
  const changeAuth = (what: Readonly<Record<string, string>>): void => {
    const next = { username: '', password: '', ...basicAuth, ...what }
    change({ basicAuth: next.username === '' && next.password === '' ? null : next })
  }
  return (
    <Accordion variant="contained" defaultValue={mistakeAt(mistakes, 'access') === undefined ? null : 'access'}>
      <Accordion.Item value="access">
        <Accordion.Control>{t('funnel.access')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('funnel.accessMore')}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput
                label={t('funnel.user')}
                autoComplete="off"
                value={word(basicAuth['username'])}
                error={mistakeAt(mistakes, 'access', 'basicAuth', 'username')}
                onChange={({ currentTarget }) => changeAuth({ username: currentTarget.value })}
              />
              <PasswordInput
                label={t('funnel.password')}
                autoComplete="off"
                value={word(basicAuth['password'])}
                error={mistakeAt(mistakes, 'access', 'basicAuth', 'password')}
                onChange={({ currentTarget }) => changeAuth({ password: currentTarget.value })}
              />
            </SimpleGrid>
            <Lines
              isSecret
              label={t('funnel.headers')}
              description={t('funnel.headersMore')}
              separator=": "
              pairs={record(access['headers'])}
              error={mistakeAt(mistakes, 'access', 'headers')}
              onPairs={(headers) => change({ headers })}
            />
            <Lines
              label={t('funnel.hosts')}
              description={t('funnel.hostsMore')}
              separator=" "
              pairs={record(access['hostMap'])}
              error={mistakeAt(mistakes, 'access', 'hostMap')}
              onPairs={(hostMap) => change({ hostMap })}
            />
            <SecretAddress
              label={t('funnel.proxy')}
              description={t('funnel.proxyMore')}
              placeholder="http://proxy.example:8080"
              value={word(access['proxy'])}
              error={mistakeAt(mistakes, 'access', 'proxy')}
              onChange={(proxy) => change({ proxy: proxy || null })}
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

interface LinesProps {
  readonly label: string
  readonly description: string
  readonly separator: ' ' | ': '
  readonly pairs: Readonly<Record<string, unknown>>
  readonly error: string | undefined
  /** Then the values are hidden until a person asks for them. */
  readonly isSecret?: boolean
  readonly onPairs: (pairs: Readonly<Record<string, string>>) => void
}

/** Names and values, a pair on each line; what is typed stays as typed, also while it is no pair yet. */
function Lines({ label, description, separator, pairs, error, isSecret = false, onPairs }: LinesProps) {
  const [isShown, setShown] = useState(!isSecret)
  const shown = (show: boolean): string => linesOfPairs(show ? pairs : hiddenPairs(pairs), separator)
  const [typed, setTyped] = useState(() => shown(isShown))
  const read = (text: string): Readonly<Record<string, string>> => revealedPairs(pairsOfLines(text, separator), pairs)
  // Something else than this field has changed them: a step back, or the plan file.
  const isOvertaken = linesOfPairs(read(typed), separator) !== linesOfPairs(pairs, separator)
  if (isOvertaken) setTyped(shown(isShown))
  const turn = (): void => {
    setShown(!isShown)
    setTyped(shown(!isShown))
  }
  return (
    <Stack gap={4} align="flex-start">
      <Textarea
        w="100%"
        label={label}
        description={description}
        autosize
        minRows={2}
        spellCheck={false}
        value={typed}
        error={error}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value)
          onPairs(read(currentTarget.value))
        }}
      />
      {isSecret && Object.keys(pairs).length > 0 && <ShowHidden isShown={isShown} turn={turn} />}
    </Stack>
  )
}

/** What was emptied leaves the plan file, too. */
function withoutEmpty(access: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(access).filter(
      ([, value]) => value !== null && !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  )
}
