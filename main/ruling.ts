import type { Assessment, Finding, FindingRuling, StandingRuling } from '../scanner/model.ts'
import { ScanError } from '../scanner/errors.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import { DECISION_NAMES, rulingText } from '../scanner/reports/ruling-text.ts'
import { rulingsBeside, sightingKey } from '../scanner/rulings.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import { openRulings, type NewRuling, type Rulings } from '../scanner/store/rulings.ts'
import { bundleAssessment } from './bundle-assessment.ts'
import { widthOf, type Host } from './host.ts'
import { terminalText } from './terminal-text.ts'
import { wrap } from './wrap.ts'

/** Rulings of this user's data folder. */
export function ownRulings({ clock }: Pick<Host, 'clock'>): Rulings {
  return openRulings(dataFolder(), { now: () => clock.now() })
}

function judged(host: Host, dir: string): ReturnType<typeof bundleAssessment> {
  const onNote = (note: string): void => void host.stderr.write(`note: ${terminalText(note)}\n`)
  return bundleAssessment(dir, { anew: false, onNote })
}

/** Keeps a decision about a key that the scan has, and says so. */
export async function ruleOn(
  host: Host,
  dir: string,
  about: string,
  given: Pick<NewRuling, 'decision' | 'until' | 'comment' | 'by'>,
): Promise<string> {
  const { assessment } = await judged(host, dir)
  const keys = new Set([...assessment.findings.map(({ key }) => key), ...assessment.sightings.map(sightingKey)])
  if (!keys.has(about))
    throw new ScanError('plan-invalid', `${dir} has no finding ${about}; "tagtrail ruling list ${dir}" prints the keys`)
  const ruling = await ownRulings(host).rule({ ...given, site: assessment.scan.site, about })
  return `${visible(`${DECISION_NAMES[given.decision]}: ${about}, for every scan of ${ruling.site}.`)}\n`
}

/** Takes a decision back, and says so. */
export async function takeBack(
  host: Host,
  dir: string,
  about: string,
  given: Pick<NewRuling, 'comment' | 'by'>,
): Promise<string> {
  const { assessment } = await judged(host, dir)
  const { site } = assessment.scan
  if (await ownRulings(host).takeBack({ ...given, site, about })) return `${visible(`Taken back: ${about}.`)}\n`
  throw new ScanError('plan-invalid', `nothing was decided about ${about} of ${site}`)
}

/** Findings with their keys and what was decided; or every decision there ever was. */
export async function listRulings(
  host: Host,
  dir: string,
  { history, json }: { readonly history: boolean; readonly json: boolean },
): Promise<string> {
  const { assessment } = await judged(host, dir)
  const { site } = assessment.scan
  const rulings = ownRulings(host)
  if (history) {
    const all = await rulings.history(site)
    return json ? `${JSON.stringify(all, null, 2)}\n` : all.map(historyLine).join('')
  }
  const standing = await rulings.standing(site)
  return json ? `${JSON.stringify(standing, null, 2)}\n` : listText(assessment, standing, widthOf(host.stdout))
}

function listText(assessment: Assessment, standing: readonly StandingRuling[], width: number): string {
  const beside = rulingsBeside(assessment, standing)
  const open = assessment.findings.filter(
    ({ outcome, evidence }) => outcome === 'fail' || (outcome === 'unclear' && evidence.length > 0),
  )
  const told = new Set([...beside.values()].flat())
  const others = standing.filter((ruling) => !told.has(ruling))
  return [
    ...open.map((finding) => findingText(finding, beside.get(finding.key) ?? [], width)),
    ...(open.length === 0 ? ['No finding to decide about.\n'] : []),
    ...others.map((ruling) => `${visible(ruling.about)}\n    not in this scan. ${visible(rulingText(ruling))}\n`),
  ].join('')
}

function findingText({ key, summary }: Finding, rulings: readonly StandingRuling[], width: number): string {
  const words = rulings.map((ruling) => wrap(visible(`Ruling: ${rulingText(ruling)}`), width, '    '))
  return `${[visible(key), wrap(visible(summary), width, '    '), ...words].join('\n')}\n`
}

function historyLine({ at, by, about, decision, until, comment }: FindingRuling): string {
  const what = decision === null ? 'taken back' : `${decision}${until === null ? '' : ` until ${until}`}`
  return `${visible([at, by, about, what, comment].filter((part) => part !== '').join('  '))}\n`
}
