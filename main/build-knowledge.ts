import { fileURLToPath } from 'node:url'
import { generatedBytes } from '../scanner/knowledge/generated.ts'
import { generatedFile } from '../scanner/knowledge/places.ts'
import { sourcesOfCheckout } from '../scanner/knowledge/sources.ts'
import { stampOfCheckout } from '../scanner/knowledge/stamp.ts'
import { writeReport } from '../scanner/store/report-file.ts'

/** `npm run build:knowledge`: records and packages as one file that starts quickly. For a checkout; the file is never committed. */
export async function buildKnowledge(): Promise<void> {
  // First the stamp: what changes while we read makes the file stale, not wrong.
  const stamp = stampOfCheckout()
  await writeReport(fileURLToPath(generatedFile()), generatedBytes(sourcesOfCheckout(), stamp))
}

if (import.meta.main) await buildKnowledge()
