import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Client, FunnelSummary, ScanSummary } from '../../main/contract.ts'
import { fetchScan, sendScan } from '../../renderer/parts/scan-file.ts'
import { packBundle } from '../../scanner/store/archive.ts'
import { writeCalibration } from '../../scanner/store/calibration.ts'
import { click, saysIn } from './app-window.ts'
import { earlierScan } from './earlier-scan.ts'

/** A client with a funnel that has a mistake, a scan of the demo funnel and a ruling on one of its findings. */
export interface AppScene {
  readonly projectId: string
  readonly funnelId: FunnelSummary['id']
  readonly scanId: string
  /** As it may have been months before, to be compared with. */
  readonly olderId: string
  /** Once more, with a file in it that is no longer what it was. */
  readonly damagedId: string
  /** Removed, and not swept yet. */
  readonly removedFunnelId: string
}

/** A screen, where it is, words by which one knows that it is there, and what is then done to it. */
export interface ScreenPlace {
  readonly name: string
  readonly place: string
  readonly says: string
  readonly act?: (page: Page) => Promise<void>
}

export async function scanOfDemo(client: Client): Promise<ScanSummary> {
  const { id } = await client.scans.startDemo()
  for await (const progress of await client.scans.watch({ id })) void progress
  return client.scans.get({ id })
}

export async function setScene(client: Client, folder: string, scanId: string): Promise<AppScene> {
  const { id: projectId } = await client.projects.save({ name: 'Lumen Academy', note: 'Launch on 1 December.' })
  const funnel = async (name: string, site: string): Promise<string> => {
    const { draft } = await client.funnels.fromUrls({
      name,
      urls: ['https://lumen.example/', 'https://lumen.example/webinar', 'https://lumen.example/thanks'],
    })
    return (await client.funnels.save({ projectId, draft: { ...draft, site } })).id
  }
  const [funnelId, removedFunnelId] = [await funnel('Webinar', 'lumen'), await funnel('Old course', SITE)]
  await funnel('Course', SITE)
  await client.funnels.remove({ id: removedFunnelId })
  const again = async (): Promise<ScanSummary> => sendScan(client, await fetchScan(client, scanId), { projectId })
  const older = await sendScan(
    client,
    await packed(await earlierScan((await client.scans.get({ id: scanId })).dir, folder)),
  )
  const damaged = await again()
  await writeFile(join(damaged.dir, 'environment.json'), '{')
  const about =
    (await client.results.open({ id: scanId })).findings.find(({ outcome }) => outcome === 'fail')?.key ?? ''
  const comment = 'The tag goes behind the choice with the next release.'
  await client.rulings.rule({ id: scanId, about, decision: 'not-compliant', comment, by: 'M. Arnold' })
  await writeCalibration(folder, CALIBRATION)
  return { projectId, funnelId, scanId, olderId: older.id, damagedId: damaged.id, removedFunnelId }
}

async function packed(dir: string): Promise<Blob> {
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle(dir)) chunks.push(new Uint8Array(chunk))
  return new Blob(chunks)
}

const SITE = 'https://lumen.example'
const figure = (of: string, matched: number) => ({ of, matched, missing: 0, invented: 0 })
const CALIBRATION = {
  at: '2026-11-20T09:30:00.000Z',
  versions: { tool: '0.1.0', knowledge: '2026.11', browser: 'Chrome/156' },
  facts: [figure('cookie-write', 214), figure('request', 388)],
  banners: [figure('reject', 61), figure('accept', 64)],
  findings: [figure('F01', 22), figure('F06', 19)],
  wrongWayClicks: 0,
  falselyProven: 0,
}

/** Every screen of the application with something in it, by its address, and every dialog. */
export async function screensOf(client: Client, scene: AppScene): Promise<readonly ScreenPlace[]> {
  const { projectId, funnelId, scanId, olderId, damagedId, removedFunnelId } = scene
  const { matrix, findings } = await client.results.open({ id: scanId })
  const alarming = matrix.find(({ cells }) => cells.some(({ alert }) => alert))
  const cell = alarming?.cells.find(({ alert }) => alert)
  const { observations } = await client.results.cell({
    id: scanId,
    row: alarming?.key ?? '',
    state: cell?.state ?? 'rejected',
    stepId: cell?.stepId ?? '',
  })
  const finding = findings.find(({ outcome }) => outcome === 'fail')
  const opened = (parts: Record<string, string>): string => `/scans/${scanId}/matrix?${new URLSearchParams(parts)}`
  const cellName = [cell?.state, cell?.stepId, alarming?.key].join(' ')
  const ofFinding = { place: opened({ finding: finding?.key ?? '' }), says: 'Your ruling' }
  const home = { place: '/', says: 'Latest scans' }
  const result = { place: `/scans/${scanId}/matrix`, says: 'Longest lifetime' }
  const pair = `/compare?old=${olderId}&new=${scanId}`
  const vendor = { place: '/knowledge/hotjar', says: 'Your own word' }
  return [
    { name: 'home', ...home },
    { name: 'palette', ...home, act: openPalette },
    { name: 'palette-found', ...home, act: (page) => findInPalette(page, 'hotj') },
    { name: 'palette-nothing', ...home, act: (page) => findInPalette(page, 'qqqq') },
    { name: 'keyboard-help', ...home, act: openHelp },
    { name: 'new-client', ...home, act: (page) => click(page, 'button', 'New client') },
    { name: 'client', place: `/clients/${projectId}`, says: 'Webinar' },
    { name: 'new-funnel', place: `/clients/${projectId}/new-funnel`, says: 'Addresses of the pages' },
    {
      name: 'new-funnel-slips',
      place: `/clients/${projectId}/new-funnel`,
      says: 'Addresses of the pages',
      act: typeSlips,
    },
    { name: 'funnel', place: `/funnels/${funnelId}`, says: 'keeps it from being scanned' },
    {
      name: 'funnel-access',
      place: `/funnels/${funnelId}`,
      says: 'keeps it from being scanned',
      act: async (page) => {
        await click(page, 'button', 'Access for staging')
        await saysIn(page, 'User name')
        await page.$eval('input[type=password]', (input) => input.scrollIntoView({ block: 'center' }))
      },
    },
    { name: 'gone', place: `/funnels/${removedFunnelId}`, says: 'can be brought back' },
    { name: 'matrix', ...result },
    { name: 'matrix-nothing', place: opened({ text: 'qqqq' }), says: 'No vendor fits these filters.' },
    { name: 'remove-scan', ...result, act: askToRemove },
    { name: 'findings', place: `/scans/${scanId}/findings`, says: finding?.title ?? '' },
    { name: 'stored', place: `/scans/${scanId}/stored`, says: 'rows' },
    { name: 'requests', place: `/scans/${scanId}/requests`, says: 'rows' },
    { name: 'consent', place: `/scans/${scanId}/consent`, says: 'Consent signals seen' },
    { name: 'timeline', place: `/scans/${scanId}/timeline`, says: 'rows' },
    { name: 'pictures', place: `/scans/${scanId}/pictures`, says: 'run 1' },
    { name: 'coverage', place: `/scans/${scanId}/coverage`, says: 'What this scan does not cover' },
    { name: 'raw', place: `/scans/${scanId}/raw`, says: 'as it was sealed' },
    { name: 'drawer-cell', place: opened({ cell: cellName }), says: 'Evidence' },
    {
      name: 'drawer-observation',
      place: opened({ cell: cellName, observation: observations[0]?.id ?? '' }),
      says: 'What caused it',
    },
    { name: 'drawer-vendor', place: opened({ row: alarming?.key ?? '' }), says: 'in all states' },
    { name: 'drawer-finding', ...ofFinding },
    { name: 'ruling', ...ofFinding, act: beginRuling },
    { name: 'damaged', place: `/scans/${damagedId}`, says: 'environment.json' },
    { name: 'reports', place: `/scans/${scanId}/reports`, says: 'Save beside the evidence' },
    { name: 'compare', place: pair, says: 'findings as before' },
    {
      name: 'compare-cell',
      place: `${pair}&${new URLSearchParams({ cell: 'no-choice optin microsoft-clarity' })}`,
      says: 'Open in this scan',
    },
    { name: 'compare-choose', place: '/compare', says: 'Choose two scans' },
    { name: 'knowledge', place: '/knowledge', says: 'rows' },
    { name: 'vendor', ...vendor },
    {
      name: 'outside',
      ...vendor,
      act: async (page) => {
        await page.locator('main a[target=_blank]').click()
        await saysIn(page, 'Open this address?')
      },
    },
    { name: 'edit-vendor', place: '/knowledge/hotjar/edit', says: 'No faults.' },
    { name: 'settings', place: '/settings', says: 'Old course' },
    {
      name: 'settings-below',
      place: '/settings',
      says: 'Old course',
      act: async (page) => {
        await page.$eval('section[aria-label=Calibration]', (section) => section.scrollIntoView())
      },
    },
    { name: 'not-found', place: '/nothing/here', says: 'Home' },
  ]
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press('k')
  await page.keyboard.up('Control')
  await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input[value=""]'))
}

async function findInPalette(page: Page, words: string): Promise<void> {
  await openPalette(page)
  await page.keyboard.type(words)
  await saysIn(page, words === 'hotj' ? 'Hotjar' : 'Nothing of that name.')
}

async function openHelp(page: Page): Promise<void> {
  await page.keyboard.type('?')
  await saysIn(page, 'walk the cells of the matrix')
}

async function typeSlips(page: Page): Promise<void> {
  await page
    .locator('::-p-aria([name="Addresses of the pages"][role="textbox"])')
    .fill('https://lumen.example/\nlumen.example/webinar\nhttps:/lumen.example:x/thanks')
  await saysIn(page, 'Line 3')
}

async function askToRemove(page: Page): Promise<void> {
  await click(page, 'button', 'More')
  await click(page, 'menuitem', 'Remove this scan')
  await saysIn(page, 'Delete it with its evidence now')
}

async function beginRuling(page: Page): Promise<void> {
  await page.locator('::-p-aria([name="Decision"])').click()
  await click(page, 'option', 'Accepted risk')
  await saysIn(page, 'Last day')
}
