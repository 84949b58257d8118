import type { Observation, Wording } from '../../scanner/model.ts'
import { lifetime } from '../../scanner/phrases.ts'
import { asWritten, NOTHING, said } from '../../scanner/said.ts'

/** What there is to say of an observation in a few words, so that a window can say it in its language. */
export function wordedDetail(seen: Observation): Wording {
  switch (seen.kind) {
    case 'request':
      return said`${seen.method} · ${seen.status === null ? (seen.failure ?? FATES[seen.fate]) : String(seen.status)} · ${seen.resourceType}`
    case 'cookie':
      return lifetime(seen.lifetimeDays)
    case 'cookie-write':
      return said`${EFFECTS[seen.effect]} · ${lifetime(seen.lifetimeDays)} · ${BY[seen.setBy]}`
    case 'storage':
      return said`${seen.area}`
    case 'storage-write':
      return said`${EFFECTS[seen.effect]} · ${seen.area}`
    case 'page':
      return said`${seen.status === null ? '' : String(seen.status)} · ${seen.title}`
    case 'socket':
      return said`${seen.protocol}`
    case 'screenshot':
      return said`${seen.of}`
    case 'signal':
      return said`${seen.where}`
    case 'api-call':
      return said`${seen.count} ×`
    case 'banner':
      return said`${seen.buttons.length} buttons`
    case 'choice':
      return said`${VERDICTS[seen.verdict]} · ${asWritten(seen.because)}`
    case 'filled':
      return said`${seen.what} · ${seen.where}`
    case 'page-errors':
      return seen.errors.length === 1 ? said`${1} error` : said`${seen.errors.length} errors`
    case 'players':
      return seen.players.length === 1 ? said`${1} player` : said`${seen.players.length} players`
    default:
      return NOTHING
  }
}

const FATES = {
  attempted: said`attempted`,
  sent: said`sent`,
  answered: said`answered`,
  failed: said`failed`,
  blocked: said`blocked`,
} as const

const EFFECTS = { set: said`set`, deleted: said`deleted`, refused: said`refused` } as const

const BY = { http: said`http`, script: said`script` } as const

const VERDICTS = {
  proven: said`proven`,
  inconclusive: said`inconclusive`,
  'no-banner': said`no-banner`,
  'not-offered': said`not-offered`,
} as const
