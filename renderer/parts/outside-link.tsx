import { Anchor, Button, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconExternalLink } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

/** An address of the open web; opened in the user's browser, and only after one has seen where it leads. */
export function OutsideLink({ url }: { readonly url: string }) {
  const { t } = useTranslation()
  const [isAsking, { open, close }] = useDisclosure()
  if (URL.parse(url)?.protocol !== 'https:') return <bdi>{url}</bdi>
  const ask = (event: MouseEvent): void => {
    // In Electron the program asks by itself.
    if (location.protocol === 'app:') return
    event.preventDefault()
    open()
  }
  return (
    <>
      <Anchor href={url} target="_blank" rel="noreferrer noopener" inherit onClick={ask}>
        <bdi>{url}</bdi> <IconExternalLink size={12} aria-label={t('outside.leaves')} />
      </Anchor>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t('outside.title')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <Code block>{url}</Code>
          <Text size="sm">{t('outside.more')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('home.cancel')}
            </Button>
            <Button component="a" href={url} target="_blank" rel="noreferrer noopener" onClick={close}>
              {t('outside.open')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}

/** Text with its https addresses made into links. */
export function WithLinks({ text }: { readonly text: string }) {
  return text
    .split(/(https:\/\/[^\s]+[^\s.,;:)\]])/)
    .map((part, index) => (index % 2 === 1 ? <OutsideLink key={index} url={part} /> : part))
}
