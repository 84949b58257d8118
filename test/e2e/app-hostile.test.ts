import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendScan } from '../../renderer/parts/scan-file.ts'
import { packBundle } from '../../scanner/store/archive.ts'
import { createBundle } from '../../scanner/store/bundle.ts'
import { sealBundle } from '../../scanner/store/manifest.ts'
import { installationKey } from '../../scanner/store/sealing-key.ts'
import { banner, choice, cookieWrite, page as visit, request, storageWrite } from '../evidence/observations.ts'
import { scene, STEPS } from '../evidence/scene.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'
import { openWindow, saysIn, type AppWindow } from './app-window.ts'

/** What a page might call its things to get at whoever reads about them: nothing of it may be more than text. */
const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><x-hostile>'
const BACKWARDS = '\u202Egnp.exe\u202C\u0000\u200B'
const ADDRESS = 'javascript:window.hacked=1'
/** What a drawer says once it is whole. */
const SAYS = { observation: 'As recorded', finding: 'Your ruling', row: 'in all states' }
const MILLION = `${MARKUP}${'x'.repeat(1 << 20)}`

let app: AppWindow
beforeAll(async () => {
  app = await openWindow()
}, 180_000)
afterAll(() => app.close())

async function hostileScan(): Promise<Blob> {
  const folder = await temporaryFolder()
  const dir = join(folder, 'scan')
  const steps = STEPS.map((step) => ({ ...step, label: `${MARKUP}${BACKWARDS}${step.label}` }))
  const { evidence } = scene({
    plan: { name: `${MARKUP}${BACKWARDS}`, steps, states: ['no-choice', 'rejected'] },
    seen: [
      cookieWrite({ name: MILLION }),
      cookieWrite({ name: `${BACKWARDS}_ga`, stack: [{ function: MARKUP, url: ADDRESS, line: 1, column: 1 }] }),
      storageWrite({ key: MARKUP }),
      request({ url: ADDRESS, failure: MARKUP }),
      request({ url: `https://evil.example/${MARKUP}?${BACKWARDS}`, headers: { [MARKUP]: ADDRESS } }),
      visit({ stepId: 'sales', url: ADDRESS, title: MARKUP }),
      banner({ cmp: MARKUP, text: MARKUP, buttons: [{ text: `${BACKWARDS}${MARKUP}`, meaning: 'accept', layer: 1 }] }),
      choice({ journey: 'rejected', because: MARKUP, proof: [{ kind: 'banner-gone', agrees: true, detail: MARKUP }] }),
    ],
  })
  const bundle = await createBundle(dir)
  await bundle.writePlan(evidence.plan)
  await bundle.writeEnvironment({ ...evidence.environment, endedAt: null, ended: null })
  for (const observation of evidence.observations) bundle.append('observations.ndjson', JSON.stringify(observation))
  await bundle.close()
  await writeFile(join(dir, 'environment.json'), JSON.stringify(evidence.environment))
  await sealBundle(dir, { key: await installationKey(folder) })
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle(dir)) chunks.push(new Uint8Array(chunk))
  return new Blob(chunks)
}

test('whatever a scanned page calls its things is text on every screen', async () => {
  const { client, page, show, complaints } = app
  const { id } = await sendScan(client, await hostileScan())
  const { findings, matrix } = await client.results.open({ id })
  const { items } = await client.results.observations({ id, limit: 500 })
  const tabs = ['matrix', 'findings', 'stored', 'requests', 'consent', 'timeline', 'pictures', 'coverage', 'raw']
  const drawers = [
    ...items.map((each) => ['timeline', 'observation', each.id] as const),
    ...findings.filter(({ outcome }) => outcome === 'fail').map((each) => ['findings', 'finding', each.key] as const),
    ...matrix.map((each) => ['matrix', 'row', each.key] as const),
  ]
  const places = [
    ['/', 'Latest scans'],
    [`/compare?${new URLSearchParams({ old: id, new: id, rows: 'all' })}`, 'findings as before'],
    ...matrix
      .slice(0, 3)
      .map(({ vendorId, name, cells: [cell] }) => [
        `/compare?${new URLSearchParams({ old: id, new: id, cell: `${cell?.state} ${cell?.stepId} ${vendorId ?? name}` })}`,
        'Open in this scan',
      ]),
    [`/scans/${id}/reports`, 'Save beside the evidence'],
    ...tabs.map((tab) => [`/scans/${id}/${tab}`, 'manifest']),
    ...drawers.map(([tab, what, which]) => [
      `/scans/${id}/${tab}?${new URLSearchParams({ [what]: which })}`,
      SAYS[what],
    ]),
  ]
  const wrong: string[] = []
  for (const [place = '', text = ''] of places) {
    await show(place, text)
    wrong.push(
      ...(await page.evaluate((where) => {
        const all = [...document.querySelectorAll('x-hostile, [onerror], a[href^="javascript:" i], body script')]
        return [
          ...all.map(({ outerHTML }) => `${where}: ${outerHTML.slice(0, 200)}`),
          ...('hacked' in window ? [where] : []),
        ]
      }, place)),
    )
  }
  expect(items.length).toBeGreaterThan(8)
  expect(drawers.length).toBeGreaterThan(8)
  expect(wrong).toEqual([])
  expect(complaints).toEqual([])
  await show(`/scans/${id}/stored`, '<x-hostile>')
  await saysIn(page, '<img src=x onerror=')
}, 200_000)
