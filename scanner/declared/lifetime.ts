/** Days that a policy's words stand for, 0 for the visit itself; `null` when they name no time, or say that there is no end. */
export function lifetimeDays(text: string | null): number | null {
  if (text === null) return null
  const words = text
    .toLowerCase()
    .replace(/\u00a0/g, ' ')
    .trim()
  const times = [...words.matchAll(TIME)].flatMap(([, amount = '', unit = '']) => {
    const number = amountOf(amount)
    const days = UNITS.find(([, pattern]) => pattern.test(unit))?.[0]
    return number === null || days === undefined ? [] : [number * days]
  })
  if (times.length > 0) return isSum(words) ? sum(times) : Math.max(...times)
  return SESSION.test(words) && !PERSISTENT.test(words) ? 0 : null
}

const NUMBER = String.raw`\d+(?:[.,]\d+)?|an?|one|two|three|six|twelve|eine?[mnrs]?|zwei|drei|sechs|zwölf|une?|deux|trois|six|douze|uno?|una|dos|tres|seis|doce|due|tre|sei|dodici|um|uma|dois|duas|een|één|twee|drie|zes|en|et|ett|to|två|jeden|dwa|rok`
const TIME = new RegExp(String.raw`(?<![\p{L}\d])(${NUMBER})[\s-]*\(?([\p{L}]+)`, 'gu')

/** Length of each unit in days; its words in the languages of Europe, at their beginning. */
const UNITS: readonly (readonly [number, RegExp])[] = [
  [1 / 86_400, /^(?:s$|sec|secs|seconds?|sekund|sekunde|secondes?|segundos?|second[oi]|seconden)/],
  [1 / 1440, /^(?:min|minut)/],
  [
    1 / 24,
    /^(?:h$|hrs?$|hours?|stunde|std|heures?|horas?|or[ae]$|uur|uren|godz|time[r]?$|timm|tunti|hodin|óra|oră|ore$|ώρ)/,
  ],
  [7, /^(?:w$|wks?|weeks?|woche|semaine|semana|settiman|week|weken|tygod|uge|uke|veck|viikko|týd|hét|săpt|εβδομ)/],
  [
    30.4375,
    /^(?:mo$|mos$|mths?|months?|monat|mois|mes(?:es)?$|mes[ei]$|maand|mies|måned|månad|kuukau|měs|mesiac|hónap|lun[aiă]|mjesec|mês|μήν|месец)/,
  ],
  [
    365.25,
    /^(?:y$|yrs?|years?|jahr|ans?$|année|años?$|anos?$|ann[oi]$|jaar|jaren|rok|lat[a]?$|år|vuo|let$|rok[uy]|év$|ani?$|godin|έτ|χρόν|годин)/,
  ],
  [
    1,
    /^(?:d$|days?|tage?|tagen|jours?|días?|dias?|giorn|dag|dni|dzie|dn[ůí]|den$|päiv|nap|zi(?:le)?$|dan[a]?$|ημέρ|ден|дни)/,
  ],
]

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    [2, 'two zwei deux dos due dois duas twee to två dwa'],
    [3, 'three drei trois tres tre drie'],
    [6, 'six sechs seis sei zes'],
    [12, 'twelve zwölf douze doce dodici'],
  ].flatMap(([number, words]) =>
    String(words)
      .split(' ')
      .map((word) => [word, Number(number)]),
  ),
)

function amountOf(word: string): number | null {
  if (/^\d/.test(word)) return Number(word.replace(',', '.'))
  return WORDS[word] ?? 1
}

/** `1 year 1 month 4 days` is one time, `30 days / 1 year` and `6 to 12 months` are two of which the longer counts. */
function isSum(words: string): boolean {
  return !/\/|\bor\b|\boder\b|\bou\b|\bo\b|\bto\b|\bbis\b|–|—|\d\s*-\s*\d|;/.test(words)
}

function sum(times: readonly number[]): number {
  return times.reduce((all, time) => all + time, 0)
}

const SESSION =
  /session|sitzung|séance|sesi[oó]n|sessione|sessie|sesj|sess[ãa]o|relac|istunto|munkamenet|συνεδρ|сесия|browser.{0,20}(?:clos|schlie)|fermeture/
const PERSISTENT = /persist|permanent|unlimited|never|unbegrenzt|dauerhaft|illimité|indefinid|onbeperkt/
