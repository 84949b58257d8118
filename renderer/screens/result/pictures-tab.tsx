import { SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { Picture } from '../../parts/picture.tsx'
import type { TabProps } from './result.tsx'

/** Every page as the visitor saw it, and the banner before and after the choice. */
export function PicturesTab({ result }: TabProps) {
  const { t } = useTranslation()
  const pictures = useAsked(() => client.results.pictures({ id: result.id }), [result.id])
  return (
    <Answer of={pictures}>
      {(list) =>
        list.length === 0 ? (
          <Text>{t('pictures.nothing')}</Text>
        ) : (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
            {list.map((picture) => (
              <Picture key={picture.id} scanId={result.id} steps={result.steps} picture={picture} />
            ))}
          </SimpleGrid>
        )
      }
    </Answer>
  )
}
