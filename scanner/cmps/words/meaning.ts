import type { ButtonMeaning, Category } from '../../model.ts'
import { analytics, functional, legitimateInterest, marketing, necessary, vendors } from './categories.ts'
import { ageGate, closing, consent, more, pay } from './everywhere.ts'
import { languages } from './languages.ts'
import { reopening, withdrawing } from './way-back.ts'
import type { Words } from './words.ts'

export interface Reading {
  readonly meaning: ButtonMeaning
  /** Says that it is for everything: "all". */
  readonly all: boolean
}

/** What a label means, in any language we know; `other` unless every word of it is understood. */
export function readLabel(label: string): Reading {
  const tokens = tokensOf(label)
  if (tokens.length === 0 || tokens.length > 12) return OTHER
  const readings = lexicons.map((lexicon) => readIn(lexicon, tokens)).filter(({ meaning }) => meaning !== 'other')
  const meant = new Set(readings.map(({ meaning }) => meaning))
  // Two languages that read opposite things into it: neither is safe.
  if (meant.has('reject') && meant.has('accept')) return OTHER
  return BY_PRIORITY.flatMap((meaning) => readings.filter((reading) => reading.meaning === meaning))[0] ?? OTHER
}

/** "Learn more" and its kin: may open settings, may open an article. */
export const promisesMore = (label: string): boolean => matchesWhole(moreList, tokensOf(label))
/** Costs money. */
export const asksForMoney = (label: string): boolean => holds(payList, tokensOf(label))
/** Puts the banner away without answering it. */
export const isClosing = (label: string): boolean => holds(closingList, tokensOf(label))
/** Takes consent back. */
export const offersWithdrawal = (label: string): boolean => holds(withdrawList, tokensOf(label))
/** Leads a visitor who has chosen to the choice once more: named for it, or settings of cookies or consent. */
export const offersWayBack = (label: string): boolean =>
  tokensOf(label).length <= 8 &&
  (holds(reopenList, tokensOf(label)) ||
    ((speaksOfCookies(label) || speaksOfConsent(label)) &&
      (offersWithdrawal(label) || readLabel(label).meaning === 'settings')))
/** The category a switch of the settings is for: the first one its label names. */
export const categoryNamed = (label: string): Exclude<Category, 'unclassified'> | null => {
  const tokens = tokensOf(label)
  const at = categoryLists.map(([name, phrases]) => [name, firstAt(phrases, tokens)] as const)
  return at.filter(([, position]) => position >= 0).toSorted((a, b) => a[1] - b[1])[0]?.[0] ?? null
}
/** Leads to what vendors claim without consent, or to the vendors themselves. */
export const leadsToVendors = (label: string): boolean => {
  const tokens = tokensOf(label)
  return tokens.length <= 6 && (holds(interestList, tokens) || holds(vendorList, tokens))
}
export const isAgeGate = (text: string): boolean => holds(ageList, tokensOf(text))
/** Speaks of consent to the use of data, where cookies are not named. */
export const speaksOfConsent = (text: string): boolean => holds(consentList, tokensOf(text))
/** Speaks of cookies by name. */
export const speaksOfCookies = (text: string): boolean => {
  const tokens = tokensOf(text)
  return lexicons.some(({ topic }) => holds(topic, tokens))
}
/** Speaks of websites, privacy, partners: what a consent notice says besides. */
export const speaksOfPrivacy = (text: string): boolean => {
  const tokens = tokensOf(text)
  return lexicons.some(({ context }) => holds(context, tokens))
}

/** Letters that are not an accented other letter to Unicode. */
export const FOLDED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
}

const OTHER: Reading = { meaning: 'other', all: false }
const BY_PRIORITY = ['reject', 'settings', 'save', 'accept', 'acknowledge'] as const

type Kind = 'accept' | 'reject' | 'only' | 'settings' | 'save' | 'acknowledge' | 'filler' | 'all'
type Phrase = readonly string[]

interface Lexicon {
  /** Longest first: "do not accept" is read before "accept". */
  readonly phrases: readonly { readonly kind: Kind; readonly phrase: Phrase }[]
  readonly gap: readonly Phrase[]
  readonly topic: readonly Phrase[]
  readonly context: readonly Phrase[]
}

const KINDS: readonly Kind[] = ['only', 'reject', 'settings', 'save', 'accept', 'acknowledge', 'all', 'filler']

function lexiconOf(source: Words): Lexicon {
  const phrases = KINDS.flatMap((kind) => list(source[kind]).map((phrase) => ({ kind, phrase })))
  const topic = list(source.topic)
  const cookies = topic.map((phrase) => ({ kind: 'filler' as const, phrase }))
  return {
    phrases: [...phrases, ...cookies].toSorted((a, b) => b.phrase.length - a.phrase.length),
    gap: [...list(source.filler), ...list(source.all), ...topic].filter(({ length }) => length === 1),
    topic,
    context: list(source.context),
  }
}

const list = (alternatives: string): readonly Phrase[] =>
  alternatives.split('|').map((phrase) => phrase.split(' ').map((word) => plain(word)))

const lexicons = languages.map(lexiconOf)
const moreList = list(more)
const payList = list(pay)
const consentList = list(consent)
const closingList = list(closing)
const ageList = list(ageGate)
const interestList = list(legitimateInterest)
const vendorList = list(vendors)
const categoryLists = [
  ['necessary', list(necessary)],
  ['functional', list(functional)],
  ['analytics', list(analytics)],
  ['marketing', list(marketing)],
] as const
const withdrawList = list(withdrawing)
const reopenList = list(reopening)

/** What text in plain letters holds that may speak of consent, as the source of a pattern; quicker than reading it. */
export const consentStems: string = stemsOf([...languages.map(({ topic }) => topic), consent])

function readIn(lexicon: Lexicon, tokens: readonly string[]): Reading {
  const kinds: (Kind | null)[] = tokens.map(() => null)
  for (const { kind, phrase } of lexicon.phrases) {
    for (let at = 0; at < tokens.length; at++) {
      const used = positions(lexicon, tokens, kinds, phrase, at)
      for (const position of used ?? []) kinds[position] = kind
    }
  }
  if (kinds.includes(null)) return OTHER
  const said = new Set(kinds)
  const opens = kinds.find((kind) => kind !== 'filler' && kind !== 'all') ?? null
  const isEither = tokens.some((token) => OR.has(token))
  return { meaning: decide(said, opens, isEither), all: said.has('all') }
}

/** Two things are offered by one button. */
const OR: ReadonlySet<string> = new Set(
  'or|oder|ou|o|of|eller|lub|tai|nebo|alebo|vagy|sau|ili|ali|или|η|veya|voi|vai|arba'.split('|'),
)

/** Where the phrase stands from `at` on, words that change nothing allowed in between; `null` when it does not. */
function positions(
  { gap }: Lexicon,
  tokens: readonly string[],
  taken: readonly (Kind | null)[],
  phrase: Phrase,
  at: number,
): readonly number[] | null {
  const used: number[] = []
  for (let here = at; here < tokens.length && used.length < phrase.length; here++) {
    const token = tokens[here] ?? ''
    if (taken[here] === null && isWord(phrase[used.length] ?? '', token)) used.push(here)
    else if (used.length === 0 || !gap.some(([word]) => isWord(word ?? '', token))) return null
  }
  return used.length === phrase.length ? used : null
}

/** Said together, some meanings outweigh others, and some cancel out. */
function decide(said: ReadonlySet<Kind | null>, opens: Kind | null, isEither: boolean): ButtonMeaning {
  if (said.has('only')) return said.has('settings') ? 'settings' : 'reject'
  if (said.has('reject')) {
    if (said.has('accept')) return 'other'
    if (!said.has('settings')) return 'reject'
    if (isEither) return opens === 'settings' ? 'settings' : 'other'
    // "Alle Einstellungen ablehnen"; without "all" it may be either.
    return said.has('all') ? 'reject' : 'other'
  }
  if (said.has('save')) return said.has('all') ? 'accept' : 'save'
  if (said.has('settings') && said.has('accept')) {
    return opens === 'accept' || (said.has('all') && !isEither) ? 'accept' : 'other'
  }
  if (said.has('settings')) return 'settings'
  if (said.has('accept')) return 'accept'
  return said.has('acknowledge') ? 'acknowledge' : 'other'
}

const holds = (phrases: readonly Phrase[], tokens: readonly string[]): boolean =>
  phrases.some((phrase) =>
    tokens.some((_, at) => phrase.every((word, offset) => isWord(word, tokens[at + offset] ?? ''))),
  )

const firstAt = (phrases: readonly Phrase[], tokens: readonly string[]): number =>
  tokens.findIndex((_, at) =>
    phrases.some((phrase) => phrase.every((word, offset) => isWord(word, tokens[at + offset] ?? ''))),
  )

const matchesWhole = (phrases: readonly Phrase[], tokens: readonly string[]): boolean =>
  phrases.some(
    (phrase) => phrase.length === tokens.length && phrase.every((word, at) => isWord(word, tokens[at] ?? '')),
  )

function isWord(word: string, token: string): boolean {
  return word.endsWith('*') ? token.startsWith(word.slice(0, -1)) && token !== '' : token === word
}

function tokensOf(text: string): readonly string[] {
  return plain(text.slice(0, 5_000))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((token) => token !== '')
}

/** Lower case, without accents, so that "ΑΠΟΔΟΧΗ" and "αποδοχή" are one word. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łøđıßæœς]/g, (letter) => FOLDED[letter] ?? letter)
}

function stemsOf(lists: readonly string[]): string {
  const stems = new Set(lists.flatMap((each) => each.split('|')).map((phrase) => plain(phrase).replace(/\*$/, '')))
  const shortest = [...stems].filter((stem) => ![...stems].some((other) => other !== stem && stem.includes(other)))
  return shortest
    .filter((stem) => stem.length > 3)
    .join('|')
    .replaceAll('* ', String.raw`\S* `)
}
