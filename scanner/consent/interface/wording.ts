import { categoryNamed, readLabel } from '../../cmps/words/meaning.ts'
import type { ButtonMeaning, LegalLink } from '../../model.ts'

/** What the words of a banner's parts say, in the languages we know. */

export const meaningOf = (label: string): ButtonMeaning => readLabel(label).meaning

/** Of a toggle: that it is for what needs no consent. */
export const saysNecessary = (label: string): boolean =>
  !NOT_NECESSARY.test(label) && (NECESSARY.test(label) || categoryNamed(label) === 'necessary')

export const saysLegitimateInterest = (label: string): boolean => LEGITIMATE_INTEREST.test(label)

/** What a link of the banner leads to; `null` for none of what a banner owes. */
export function legalLink(text: string, url: string | null): LegalLink | null {
  const path = url !== null && URL.canParse(url) ? decodeURI(new URL(url).pathname) : ''
  const found = KINDS.find(([, words]) => words.test(text)) ?? KINDS.find(([, , paths]) => paths.test(path))
  return found ? { what: found[0], text, url } : null
}

const NECESSARY =
  /necess|essen[tzc]i|strictly|notwendig|erforderlich|unbedingt|indispensable|nécessaire|necesari|imprescindible|tecnic|técnic|technical|noodzakelijk|functioneel noodz|niezbędn|necessári|essenciais|nödvändig|nødvendig|välttämättöm|nezbytn|nevyhnutn|szükséges|feltétlen|strict necesar|nužn|neophodn|obvezn|nujn|необходим|απαραίτητ|zorunlu|gerekli|vajalik|nepieciešam|būtin|privalom/i
const NOT_NECESSARY =
  /non[- ]?(necess|essent)|not? (strictly )?necess|unnecessary|nicht (notwendig|erforderlich)|non nécessaire|no necesari|non necessari/i

const LEGITIMATE_INTEREST =
  /legitimate interest|legitimes? interesse|berechtigte[ns]? interesse|intérêts? légitimes?|inter[eé]s(es)? leg[ií]timos?|interess[ei] legittim[oi]|gerechtvaardigd belang|uzasadnion\w* interes|interesses? leg[ií]timos?|berättiga(t|de) intresse|legitime? interesse[rn]?|berettiget interesse|oikeutettu etu|oprávněn\w* zájm?|oprávnen\w* záuj|jogos érdek|interes\w* legitim|legitimni interes|zakonit\w* interes|законен интерес|легитимен интерес|έννομ\w* συμφέρον|meşru (menfaat|çıkar)|õigustatud huvi|leģitīm\w* interes|teisėt\w* interes/iu

/** A word of the link, or of the path it leads to. */
const KINDS: readonly (readonly [LegalLink['what'], RegExp, RegExp])[] = [
  [
    'imprint',
    /imprint|impressum|legal notice|mentions légales|aviso legal|note legali|colofon|impresum|imprensa/i,
    /imprint|impressum|legal-notice|mentions-legales|aviso-legal/i,
  ],
  [
    'vendors',
    /vendors?\b|partners?\b|partner(n|liste)|anbieter|partenaires|proveedores|socios|fornitori|partneri|leveranciers|dostawc|fornecedores|parceiros|leverantörer|partnere|dodavatel/i,
    /vendors?(-list)?|partners?(-list)?/i,
  ],
  [
    'policy',
    /polic(y|ies)|privacy|datenschutz|cookie-?(richtlinie|erklärung|hinweis)|confidentialité|données personnelles|politique|política|privacidad|informativa|privacyverklaring|cookiebeleid|beleid|prywatności|polityk|privacidade|integritet|sekretess|privatliv|personvern|tietosuoja|zásady|soukromí|súkromi|adatvéd|szabályzat|confidențialit|politic[aă]|privatnost|zasebnost|поверителност|политика|απορρήτου|πολιτική|gizlilik|politika|privaatsus|privātum|privatumo|learn more|more information|mehr (erfahren|informationen)|en savoir plus/i,
    /privacy|cookie|datenschutz|confidential|privacidad|privacidade|informativa|prywatnosci|integritet|personvern|tietosuoja/i,
  ],
]
