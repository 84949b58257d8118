import { Code, Spoiler, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { Section } from '../../parts/section.tsx'

/** The latest lines of the program's log, and where the whole of it is. */
export function Log() {
  const { t } = useTranslation()
  const log = useAsked(() => client.settings.log({ lines: 200 }), [])
  return (
    <Section title={t('settings.log')}>
      <Answer of={log}>
        {({ path, lines }) => (
          <>
            <Text size="sm">
              <Code>{path}</Code>
            </Text>
            <Spoiler maxHeight={120} showLabel={t('drawer.showAll')} hideLabel={t('drawer.showLess')}>
              <Code block tabIndex={0}>
                {lines.length === 0 ? t('settings.noLog') : lines.join('\n')}
              </Code>
            </Spoiler>
          </>
        )}
      </Answer>
    </Section>
  )
}
