import type { Words } from './words.ts'

export const dutch: Words = {
  language: 'nl',
  topic: 'cookie*|vergelijkbare technieken|vergelijkbare technolog*',
  context:
    'website*|site*|privacy*|toestemming|gegevens|persoonlijke|ervaring|analy*|advertenti*|derden|partners|surfgedrag|verkeer|beleid',
  accept:
    'dat is ok|dat is oke|accepteer*|accepteren|akkoord|ik ga akkoord|ga akkoord|toestaan|sta toe|toestemmen|instemmen|ik stem in|ja|ja graag|goedkeuren|inschakelen|prima|aanvaard*',
  reject:
    'ik ga niet akkoord|ga niet akkoord|liever niet|liever geen|geen toestaan|geen accepteren|weiger*|weigeren|afwijz*|wijs af|niet accepteren|niet akkoord|niet toestaan|zonder accepteren|zonder te accepteren|zonder toestemming|nee|nee bedankt|nee dank je|afkeuren|uitschakelen|blokkeren|bezwaar',
  only: 'alleen noodzakelijk*|alleen functione*|alleen essentie*|alleen strikt noodzakelijk*|alleen vereist*|enkel noodzakelijk*|enkel functione*|enkel essentie*|noodzakelijke accepteren|noodzakelijke toestaan|strikt noodzakelijk*|functionele accepteren|accepteer noodzakelijke|accepteer alleen noodzakelijke|gebruik alleen noodzakelijke|noodzakelijke cookies|alleen basis|alleen het noodzakelijke',
  settings:
    'laat me kiezen|laat mij kiezen|meer opties|toestemming beheren|instelling*|cookie instelling*|cookieinstelling*|voorkeur*|cookievoorkeur*|aanpassen|pas aan|beheer*|wijzig*|instellen|zelf instellen|opties|details tonen|kiezen|keuzes aanpassen|personaliseren',
  save: 'opslaan|sla op|bewaar*|bevestig*|selectie|selectie toestaan|selectie accepteren|keuze opslaan|keuzes opslaan|geselecteerde|geselecteerde toestaan|geselecteerde accepteren|mijn keuze|mijn keuzes|toepassen',
  acknowledge:
    'ok|oke|okay|begrepen|ik begrijp het|ik snap het|sluit|sluiten|doorgaan|verder|ga verder|verder gaan|duidelijk|melding sluiten',
  filler:
    'de|het|en|cookies|ik|met|van|op|deze|website|site|mijn|onze|optionele|niet noodzakelijke|niet essentiele|naar|gebruik|of|u|je|door|tracking|om',
  all: 'alle|alles|allemaal',
}
