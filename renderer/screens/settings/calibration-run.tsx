import { Button, Group, List, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useFollowed } from '../../parts/followed.ts'

const MOST_FAULTS = 20

/** Begins a calibration, shows how far it is and what was wrong, and stops it; it goes on when the window is left. */
export function CalibrationRunning() {
  const { t } = useTranslation()
  const [turn, setTurn] = useState(0)
  const { value: run } = useFollowed((signal) => client.settings.watchCalibration(undefined, { signal }), [turn])
  const begin = async (): Promise<void> => {
    await client.settings.calibrate({})
    setTurn(turn + 1)
  }
  if (!run) return null
  const { status, done, of, subject, faults, failure } = run
  const isUnderWay = status === 'running' || status === 'stopping'
  // The first measurement alone takes as long as all the starting up.
  const far = of === 0 ? t('calibration.starting') : `${t('calibration.far', { done, of })} · ${subject}`
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      {isUnderWay ? (
        <>
          <Progress w="100%" value={(100 * done) / Math.max(1, of)} aria-label={far} />
          <Group role="status">
            <Text size="sm">{far}</Text>
            <Button
              variant="default"
              size="compact-sm"
              disabled={status === 'stopping'}
              onClick={() => void client.settings.cancelCalibration()}
            >
              {t('home.cancel')}
            </Button>
          </Group>
        </>
      ) : (
        <Button variant="default" onClick={() => void begin()}>
          {t('calibration.begin')}
        </Button>
      )}
      {status === 'cancelled' && <Text role="status">{t('calibration.cancelled')}</Text>}
      {failure && <Text role="alert">{failure.message}</Text>}
      {faults.length > 0 && (
        <List size="sm">
          {faults.slice(0, MOST_FAULTS).map((fault) => (
            <List.Item key={fault.subject}>
              {fault.subject}: {fault.lines.join('; ')}
            </List.Item>
          ))}
        </List>
      )}
      {faults.length > MOST_FAULTS && (
        <Text size="sm">{t('calibration.moreFaults', { count: faults.length - MOST_FAULTS })}</Text>
      )}
    </Stack>
  )
}
