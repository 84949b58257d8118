import { Button, Code, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DownloadEvent, SettingsView } from '../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../client.ts'
import { Answer, FailureNote } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { Section } from '../../parts/section.tsx'

/** Which browser scans are made with: found, named, or fetched. */
export function Browser({ now }: { readonly now: SettingsView }) {
  const { t } = useTranslation()
  const [path, setPath] = useState(now.browserPath ?? '')
  const browser = useAsked(() => client.settings.browser(), [now.browserPath], ['settings'])
  return (
    <Section title={t('settings.browser')}>
      <Stack gap="sm">
        <Answer of={browser}>
          {(found) => (
            <div>
              {found.is === 'found' ? (
                <Text>
                  {t('settings.browserFound', { version: found.version })} <Code>{found.path}</Code>
                </Text>
              ) : (
                <Text style={{ whiteSpace: 'pre-wrap' }}>{found.message}</Text>
              )}
              {found.overruledBy !== null && (
                <Text size="sm">{t('settings.browserOverruled', { variable: found.overruledBy })}</Text>
              )}
            </div>
          )}
        </Answer>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('settings.browserPath')}
            description={t('settings.browserPathMore')}
            value={path}
            onChange={({ currentTarget }) => setPath(currentTarget.value)}
            style={{ flex: '1 1 320px' }}
            spellCheck={false}
          />
          <Button
            variant="default"
            disabled={path.trim() === (now.browserPath ?? '')}
            onClick={() => void client.settings.change({ browserPath: path.trim() === '' ? null : path.trim() })}
          >
            {t('settings.use')}
          </Button>
        </Group>
        <Download onDone={browser.again} />
      </Stack>
    </Section>
  )
}

function Download({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [event, setEvent] = useState<DownloadEvent | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [stopping, setStopping] = useState<AbortController | null>(null)
  const download = async (): Promise<void> => {
    const stop = new AbortController()
    setStopping(stop)
    setFailure(null)
    try {
      for await (const next of await client.settings.downloadBrowser(undefined, { signal: stop.signal })) setEvent(next)
      onDone()
    } catch (reason) {
      if (!stop.signal.aborted) setFailure(failureOf(reason))
    } finally {
      setStopping(null)
    }
  }
  return (
    <Stack gap="xs" align="flex-start">
      {stopping ? (
        <Button variant="default" onClick={() => stopping.abort()}>
          {t('home.cancel')}
        </Button>
      ) : (
        <Button variant="default" onClick={() => void download()}>
          {t('settings.download')}
        </Button>
      )}
      {stopping && event?.type === 'progress' && (
        <Progress
          w="100%"
          aria-label={t('settings.download')}
          value={(100 * event.doneBytes) / Math.max(1, event.totalBytes)}
        />
      )}
      {event?.type === 'note' && <Text size="sm">{event.text}</Text>}
      {failure && <FailureNote failure={failure} />}
    </Stack>
  )
}
