import { Button, Group, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '../../../main/contract.ts'
import { client, failureOf } from '../../client.ts'
import { SecretAddress } from '../../parts/secret-address.tsx'
import { Section } from '../../parts/section.tsx'
import { Undo, type Done } from '../../parts/undo.tsx'

/** What scans go through, and who is asked for the time: both off unless this user says so. */
export function Network({ now }: { readonly now: SettingsView }) {
  const { t } = useTranslation()
  return (
    <Section title={t('settings.network')}>
      <Stack gap="md">
        <Kept
          what="proxy"
          kept={now.proxy}
          label={t('settings.proxy')}
          description={t('settings.proxyMore')}
          placeholder="http://proxy.example:8080"
        />
        <Kept
          what="timestampUrl"
          kept={now.timestampUrl}
          label={t('settings.timestamp')}
          description={t('settings.timestampMore')}
          placeholder="https://timestamp.example/tsa"
        />
      </Stack>
    </Section>
  )
}

interface KeptProps {
  readonly what: 'proxy' | 'timestampUrl'
  readonly kept: string | null
  readonly label: string
  readonly description: string
  readonly placeholder: string
}

/** Kept when it is confirmed, refused in words beside it. Empty is off. */
function Kept({ what, kept, label, description, placeholder }: KeptProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(kept ?? '')
  const [done, setDone] = useState<Done | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const value = typed.trim() === '' ? null : typed.trim()
    setRefusal(null)
    try {
      await client.settings.change({ [what]: value })
      const undo = async (): Promise<void> => {
        await client.settings.change({ [what]: kept })
        setTyped(kept ?? '')
      }
      setDone({ what: t('settings.changed'), undo })
    } catch (reason) {
      setRefusal(failureOf(reason).message)
    }
  }
  return (
    <form onSubmit={(event) => void keep(event)}>
      <Group align="flex-end" gap="xs">
        <SecretAddress
          label={label}
          description={description}
          placeholder={placeholder}
          value={typed}
          error={refusal}
          onChange={setTyped}
        />
        <Button type="submit" variant="default" disabled={typed.trim() === (kept ?? '')}>
          {t(kept !== null && typed.trim() === '' ? 'settings.turnOff' : 'settings.use')}
        </Button>
      </Group>
      {done && <Undo done={done} onUndone={() => setDone(null)} />}
    </form>
  )
}
