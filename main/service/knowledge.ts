import { join } from 'node:path'
import { ScanError } from '../../scanner/errors.ts'
import { loadKnowledge } from '../../scanner/knowledge/load.ts'
import { search } from '../../scanner/knowledge/search.ts'
import type { VendorRecord } from '../../scanner/knowledge/vendor-record.ts'
import { readAssessment } from '../../scanner/store/assessment-file.ts'
import { disk } from '../../scanner/store/disk.ts'
import { writeReport } from '../../scanner/store/report-file.ts'
import { sectionsOf } from '../commands/knowledge/show-text.ts'
import type { VendorDetail, VendorSeen, VendorSummary } from '../contract.ts'
import { notFound } from './failures.ts'
import { vendorsInOrder } from './vendor-order.ts'
import type { Implementer } from './implementer.ts'
import { faultsOfOwn, ownFiles, withRecord, type OwnFiles } from './own-knowledge.ts'
import { pageOf } from './page-of.ts'
import type { ServiceParts } from './parts.ts'

export function knowledgeRouter(os: Implementer, parts: ServiceParts) {
  const { catalog, changes } = parts
  const path = join(parts.dataFolder, 'knowledge')

  const own = async () => {
    const files = await ownFiles(path)
    return {
      path,
      records: files.records.map((record) => summaryOf(record, true)),
      rulings: files.rulings,
      faults: faultsOfOwn(files),
    }
  }
  const detail = async (id: string): Promise<VendorDetail> => {
    const ours = loadKnowledge().vendor(id)
    const files = await ownFiles(path)
    const mine = files.records.find((record) => record.id === id)
    const record = mine ?? ours
    if (!record) throw notFound('vendor', `There is no vendor ${id} in what Tagtrail knows.`)
    const is = mine ? (ours ? 'replaced' : 'own') : 'ours'
    return {
      record,
      sections: sectionsOf(record),
      is,
      rulings: files.rulings.filter(({ of }) => of === id || of.startsWith(`${id}#`)),
    }
  }
  /** Nothing is left behind that would keep the rest from being used. */
  const changeOwn = async (file: string, content: string | null, next: OwnFiles): Promise<void> => {
    const faults = faultsOfOwn(next)
    if (faults.length > 0) throw new ScanError('plan-invalid', faults.join('\n'))
    if (content === null) await disk.remove(join(path, file))
    else await writeReport(join(path, file), content)
    parts.forgetKnowledge()
    changes.tell({ type: 'changed', what: 'knowledge' })
  }

  return {
    search: os.knowledge.search.handler(async ({ input: { words, limit } }) =>
      search(await parts.knowledge(), words).slice(0, limit),
    ),
    vendors: os.knowledge.vendors.handler(async ({ input: { categories, text, order, ...page } }) => {
      const wanted = text.trim().toLowerCase()
      const mine = new Set((await ownFiles(path)).records.map(({ id }) => id))
      const found = (await parts.knowledge()).vendors
        .filter((record) => categories.length === 0 || categories.includes(record.categories.primary))
        .filter(({ id, name, summary }) => [id, name, summary].some((each) => each.toLowerCase().includes(wanted)))
        .map((record) => summaryOf(record, mine.has(record.id)))
      return pageOf(vendorsInOrder(found, order), page, (vendor) => vendor)
    }),
    show: os.knowledge.show.handler(({ input }) => detail(input.id)),
    seenIn: os.knowledge.seenIn.handler(async ({ input: { id } }) => {
      const seen: VendorSeen[] = []
      for (const scan of await catalog.scans()) {
        // A scan that cannot be read was not judged, and shows no vendor.
        const assessment = await readAssessment(scan.dir).catch(() => null)
        const row = assessment?.matrix.find(({ vendorId }) => vendorId === id)
        if (!row) continue
        const marked = row.cells.filter(({ mark }) => mark !== 'none' && mark !== 'unseen')
        const states = [...new Set(marked.map(({ state }) => state))]
        seen.push({ scanId: scan.id, scanName: scan.name, startedAt: scan.startedAt, states })
      }
      return seen
    }),
    own: os.knowledge.own.handler(own),
    checkRecord: os.knowledge.checkRecord.handler(async ({ input: { record } }) => {
      const files = await ownFiles(path)
      return { faults: faultsOfOwn(withRecord(files, record)) }
    }),
    saveRecord: os.knowledge.saveRecord.handler(async ({ input: { record } }) => {
      const id = typeof record['id'] === 'string' ? record['id'] : ''
      if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(id))
        throw new ScanError('plan-invalid', 'a record needs an id of lower-case letters, digits and "-"')
      await changeOwn(`${id}.json`, pretty(record), withRecord(await ownFiles(path), record))
      return await detail(id)
    }),
    removeRecord: os.knowledge.removeRecord.handler(async ({ input: { id } }) => {
      const files = await ownFiles(path)
      const records = files.given.filter((each) => each['id'] !== id)
      await changeOwn(`${id}.json`, null, { ...files, given: records })
      return await own()
    }),
    setCategory: os.knowledge.setCategory.handler(async ({ input: { of, category, because } }) => {
      const files = await ownFiles(path)
      const others = files.rulings.filter((ruling) => ruling.of !== of)
      const rulings = category === null ? others : [...others, { of, category, because }]
      const content = rulings.length === 0 ? null : pretty({ schema: 1, categories: rulings })
      await changeOwn('categories.json', content, { ...files, rulings })
      return await own()
    }),
  }
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function summaryOf(record: VendorRecord, isOwn: boolean): VendorSummary {
  const { id, name, kinds, summary, categories, provenance } = record
  return { id, name, kinds, summary, category: categories.primary, reviewed: provenance.reviewed, isOwn }
}
