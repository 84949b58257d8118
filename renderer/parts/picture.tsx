import { Image, Modal, Skeleton, UnstyledButton } from '@mantine/core'
import { useDisclosure, useInViewport } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { ObservationOf, Result } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useAsked } from './asked.ts'
import { FailureNote } from './answer.tsx'
import classes from './picture.module.css'

interface PictureProps {
  readonly scanId: string
  readonly steps: Result['steps']
  readonly picture: ObservationOf<'screenshot'>
}

/** A picture of the evidence with its place in words; fetched when it comes into sight, whole on a click. */
export function Picture({ scanId, steps, picture }: PictureProps) {
  const { t } = useTranslation()
  const { ref, inViewport } = useInViewport()
  const [isOpen, { open, close }] = useDisclosure()
  const { path, of, journey, state, stepId, run } = picture
  const image = useAsked(
    async () => (inViewport ? client.results.picture({ id: scanId, path }) : undefined),
    [scanId, path, inViewport],
  )
  const step = steps.find(({ id }) => id === stepId)?.label ?? stepId
  // Until the choice is proven the state is nobody's yet; the journey tells whose it will be.
  const when = state === journey ? t(`state.${state}`) : `${t(`state.${journey}`)} (${t(`state.${state}`)})`
  const label = `${t(`picture.${of}`)}: ${step}, ${when}, ${t('picture.run', { run })}`
  return (
    <figure ref={ref} className={classes.figure}>
      {image.value ? (
        <UnstyledButton onClick={open} aria-label={t('picture.whole', { label })}>
          <Image className={classes.image} src={image.value.url} alt={label} />
        </UnstyledButton>
      ) : image.failure ? (
        <FailureNote failure={image.failure} />
      ) : (
        <Skeleton height={160} animate={false} />
      )}
      <figcaption className={classes.caption}>{label}</figcaption>
      <Modal opened={isOpen} onClose={close} title={label} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
        {image.value && <Image src={image.value.url} alt={label} />}
      </Modal>
    </figure>
  )
}
