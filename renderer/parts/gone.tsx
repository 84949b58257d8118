import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RemovedThing } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'
import { ScreenTitle } from './screen-title.tsx'

interface GoneProps extends Pick<RemovedThing, 'what' | 'id'> {
  /** Called once it is back. */
  readonly onBack: () => void
}

/** In the place of something that is not there any more: whether it can be brought back, and how. */
export function Gone({ what, id, onBack }: GoneProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const removed = useAsked(() => client.removed.list(), [], ['projects', 'funnels', 'scans'])
  const here = removed.value?.find((each) => each.what === what && each.id === id)
  const restore = async (): Promise<void> => {
    await client.removed.restore({ what, id })
    onBack()
  }
  return (
    <Stack align="flex-start">
      <ScreenTitle>{t(`gone.${what}`)}</ScreenTitle>
      <Text>{t(here ? 'gone.removed' : 'gone.forGood')}</Text>
      {here ? (
        <Button onClick={() => void restore()}>{t('client.restore')}</Button>
      ) : (
        <Button variant="default" onClick={() => void navigate('/')}>
          {t('app.toHome')}
        </Button>
      )}
    </Stack>
  )
}
