import { openTo, type Reply } from '../answers.ts'
import type { FindingSite, LabFile, TagAct } from './model.ts'
import { filesOf } from './page.ts'
import { file } from './site.ts'

/** What the findings lab says at an address, and after how long; `null` where it has nothing to say. */
export type FindingAnswers = (url: URL, origin: string | null) => LateReply | null

export interface LateReply {
  readonly reply: Reply
  readonly afterMs: number
}

export function findingAnswers(sites: readonly FindingSite[]): FindingAnswers {
  const asked = sites.flatMap(({ tags }) => tags.flatMap(({ acts }) => acts.flatMap(requestsIn)))
  const found = new Map<string, LabFile>([
    ...asked.map(({ via, url }) => [placeOf(new URL(url)), ANSWERS[via]] as const),
    ...sites.flatMap((site) => [...filesOf(site)]),
  ])
  const takeTurn = turns()
  return (url, origin) => {
    const there = found.get(placeOf(url))
    if (there === undefined) return url.pathname === '/lab/did' ? lateReply(NOTHING, origin) : null
    return lateReply(takeTurn(there), origin)
  }
}

/** A file that says different things in turn says the next one each time. */
function turns(): (file: LabFile) => LabFile {
  const taken = new Map<LabFile, number>()
  return (each) => {
    if (each.inTurn.length === 0) return each
    const turn = taken.get(each) ?? 0
    taken.set(each, turn + 1)
    const texts = [each.text, ...each.inTurn]
    return { ...each, text: texts[turn % texts.length] ?? each.text }
  }
}

type RequestAct = Extract<TagAct, { do: 'request' }>

function requestsIn(act: TagAct): readonly RequestAct[] {
  if (act.do === 'request') return [act]
  return 'acts' in act ? act.acts.flatMap(requestsIn) : []
}

const placeOf = ({ origin, pathname }: URL): string => origin + pathname

const NOTHING = file('text/plain', '', { status: 204 })
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const ANSWERS: Readonly<Record<RequestAct['via'], LabFile>> = {
  beacon: NOTHING,
  image: file('image/gif', ''),
  script: file('text/javascript', '/* nothing */'),
  style: file('text/css', '/* nothing */'),
  frame: file('text/html', '<!doctype html><title>embedded</title>'),
}

function lateReply({ type, text, status, headers, afterMs }: LabFile, origin: string | null): LateReply {
  const isText = type.startsWith('text/')
  return {
    afterMs,
    reply: {
      status,
      headers: {
        ...openTo(origin),
        'cache-control': 'no-store',
        'content-type': isText ? `${type}; charset=utf-8` : type,
        ...headers,
      },
      body: type === 'image/gif' && text === '' ? PIXEL : text,
      isEndless: false,
    },
  }
}
