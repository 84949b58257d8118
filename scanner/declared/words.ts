import type { Category } from '../model.ts'

/** What policies call their columns and categories, in the languages of Europe. Words are matched in lower case at their beginning. */

export type Column = 'name' | 'provider' | 'lifetime' | 'category' | 'purpose'

/** In the order of asking: `cookie duration` is a lifetime before it is a cookie. */
export const COLUMN_WORDS: readonly (readonly [Column, RegExp])[] = [
  [
    'lifetime',
    /expir|durat|lifetime|lifespan|retention|max.?age|valid|laufzeit|(?:speicher|lebens|aufbewahrungs|gültigkeits)dauer|speicherfrist|ablauf|gültig|durée|conservation|duración|caducidad|vencimiento|plazo|scadenza|durata|bewaar|looptijd|verval|geldig|okres|czas|ważn|varighed|varighet|udløb|utløp|giltig|lagringstid|livslängd|platnost|trvání|doba|duração|validade|prazo|élettartam|lejárat|voimassa|kesto|διάρκεια|trajanje|трайност|срок/,
  ],
  [
    'category',
    /categor|kategori|catégor|kategória|κατηγορία|cookie.?type|cookie-?typ|type of cookie|art des cookies|cookie-art|type de cookie|tipo de cookie|tipologia|type cookie|soort cookie|rodzaj/,
  ],
  [
    'provider',
    /provider|vendor|anbieter|partei|fournisseur|éditeur|proveedor|titular|fornitore|aanbieder|dostawc|leverantör|udbyder|leverandør|poskytovatel|furnizor|szolgáltató|palveluntarjoaja|πάροχος|domain|dominio|domaine|domein|domena|host|set by|placed by|gesetzt von|third part|drittanbieter|tiers|firma|company|unternehmen|herausgeber/,
  ],
  [
    'purpose',
    /purpose|description|zweck|beschreibung|funktion|finalité|descripti|utilité|finalidad|propósito|descripción|scopo|finalità|descrizione|doel|omschrijving|beschrijving|\bcel\b|opis|formål|beskriv|syfte|ändamål|účel|popis|scop|leírás|cél\b|tarkoitus|kuvaus|σκοπός|περιγραφή|usage|what it does/,
  ],
  [
    'name',
    /^(?:(?:the )?(?:cookie|tracker|technical|technischer|key|storage|cookie-|tracking)?[ -]?(?:name|names|namen|nom|noms|nombre|nome|naam|namn|navn|nazwa|název|názov|nume|név|nimi|ime|όνομα|bezeichnung|key|id|schlüssel|identifier)(?: (?:of|der|du|des|de|del|della|van|av|af)\b.*)?|cookies?|cookie\(s\)|cookies? set|trackers?|cookie[ -]?name.*|(?:nom|nombre|nome|naam|name|name des|nom du|nombre de la|nome del) cookies?.*|storage item|local storage|cookienaam|cookienavn|cookienamn|cookies used)$/,
  ],
]

/** The first one that a text speaks of decides; `functional` means necessary to nobody but the Dutch, who say so elsewhere. */
export const CATEGORY_WORDS: readonly (readonly [Category, RegExp])[] = [
  [
    'necessary',
    /necessary|essential|required|mandatory|notwendig|erforderlich|essen[tz]iell|technisch|unbedingt|nécessaire|essentiel|indispensable|obligatoire|necesari|esencial|imprescindible|técnic|necessari|tecnic|noodzakelijk|strikt|niezbędn|konieczn|nødvendig|nödvändig|nezbytn|nevyhnutn|necesare|szükséges|elengedhetetlen|välttämät|απαραίτητ|nužn|potrebn|необходим|security|sicherheit/,
  ],
  [
    'analytics',
    /analy|statist|performance|measure|audience|statystycz|wydajnoś|leistung|messung|reichweite|mesure|estadístic|analític|rendimiento|prestazion|prestatie|meting|ydeevne|prestand|mätning|tilasto|výkon|στατιστικ|статист/,
  ],
  [
    'marketing',
    /market|advert|\bads?\b|target|remarket|profil|werb|publicit|pubblicit|ciblage|publicidad|reklam|reclame|annons|annonc|mainos|retarget|social media|soziale medien|réseaux sociaux|redes sociales|διαφήμισ|маркетинг/,
  ],
  [
    'functional',
    /function|funktion|funcional|funzional|functione|fonctionn|funkcj|funkčn|preferen|präferenz|préféren|voorkeur|præferenc|personali|komfort|comfort|comodidad|inställning|innstilling|nastaven|asetuk|external media|externe medien|λειτουργικ|предпочит/,
  ],
]

/** What a heading or a cell calls its cookies; `null` where it names none, or uses no such word. */
export function categoryOf(text: string | null): Category | null {
  if (text === null) return null
  const words = text.toLowerCase()
  const hits = CATEGORY_WORDS.map(([category, pattern]) => [category, words.search(pattern)] as const)
  const first = hits.filter(([, at]) => at >= 0).toSorted(([, a], [, b]) => a - b)[0]
  return /unclassified|not (?:classified|necessary)|nicht (?:klassifiziert|kategorisiert|notwendig)|non classé|sin clasificar|non classificat|niet geclassificeerd|uncategori|(?:nicht|un)zugeordnet/.test(
    words,
  )
    ? null
    : (first?.[0] ?? null)
}

export function columnOf(heading: string): Column | null {
  const words = heading.toLowerCase().replace(/[:*]/g, '').trim()
  if (words === '' || words.length > 60) return null
  // A lone "type" is the kind of storage in some policies and the category in others: its cells tell.
  if (/^(?:type|typ|tipo|art|soort)$/.test(words)) return 'category'
  return COLUMN_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
