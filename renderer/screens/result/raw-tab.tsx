import { Code, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import type { TabProps } from './result.tsx'
import { Seal } from './seal.tsx'

/** The plan and the instrument as they were recorded, and whether the evidence is what was sealed. */
export function RawTab({ result }: TabProps) {
  const { t } = useTranslation()
  const checked = useAsked(() => client.results.verification({ id: result.id }), [result.id])
  return (
    <Stack gap="lg">
      <section aria-labelledby="seal">
        <Title order={2} size="h3" id="seal" mb="xs">
          {t('raw.seal')}
        </Title>
        <Answer of={checked}>{(verification) => <Seal verification={verification} />}</Answer>
      </section>
      {(['environment', 'plan'] as const).map((what) => (
        <section key={what} aria-labelledby={what}>
          <Title order={2} size="h3" id={what} mb="xs">
            {t(`raw.${what}`)}
          </Title>
          <Code block tabIndex={0}>
            {JSON.stringify(result[what], null, 2)}
          </Code>
        </section>
      ))}
    </Stack>
  )
}
