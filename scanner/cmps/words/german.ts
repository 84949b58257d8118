import type { Words } from './words.ts'

export const german: Words = {
  language: 'de',
  topic: 'cookie*|tracking technolog*|ahnliche technolog*',
  context:
    'webseite*|website*|seite*|datenschutz*|einwilligung*|zustimm*|personenbezogen*|nutzung*|analys*|partner|werbung|browser|dienste|drittanbieter*|verarbeit*',
  accept:
    'das ist ok|das ist okay|geht in ordnung|akzeptier*|zustimmen|stimme zu|stimme allen zu|einverstanden|erlaub*|zulassen|annehmen|ja|einwilligen|willige ein|aktivieren|freigeben',
  reject:
    'verbiete|ablehn*|lehne ab|lehne alle ab|stimme nicht zu|verweiger*|nicht akzeptier*|nicht zustimmen|nicht einverstanden|nicht erlauben|nicht zulassen|ohne einwilligung|ohne zustimmung|ohne zu akzeptieren|ohne akzeptieren|ohne zuzustimmen|widersprechen|nein|nein danke|deaktivieren|verbieten|zuruckweisen|abweisen|nicht annehmen',
  only: 'mit notwendigen fortfahren|mit erforderlichen fortfahren|nur grundlegende*|nur wesentliche|nur unbedingt notwendige|nur notwendig*|nur erforderlich*|nur essenziell*|nur essentiell*|nur technisch notwendig*|nur technisch erforderlich*|nur technisch*|nur funktional*|nur unbedingt erforderlich*|nur notig*|notwendige akzeptieren|notwendige zulassen|erforderliche akzeptieren|essenzielle akzeptieren|essentielle akzeptieren|notwendige erlauben|erforderliche erlauben|nur das notwendige|nur das notigste|nur grundfunktionen',
  settings:
    'lassen sie mich wahlen|lass mich wahlen|mehr optionen|erweiterte einstellungen|individuelle prafer*|zustimmung verwalten|einwilligung* verwalten|einwilligungseinstellungen|einstellung*|cookie einstellung*|auswahlen|anpassen|verwalten|konfigurier*|individuell*|prafer*|optionen|bearbeiten|datenschutzeinstellung*|privatsphare einstellung*|privatsphareeinstellung*|cookieeinstellung*|personalisieren|festlegen|selbst entscheiden|details zeigen|details anzeigen|andern|zwecke anzeigen|individuelle datenschutzeinstellung*',
  save: 'speicher*|bestatig*|auswahl|ausgewahlt*|auswahl akzeptieren|auswahl erlauben|auswahl zulassen|auswahl bestatigen|auswahl speichern|ausgewahlte akzeptieren|ausgewahlte zulassen|ubernehmen|meine auswahl',
  acknowledge:
    'ok|okay|verstanden|ich verstehe|schliessen|weiter|fortfahren|alles klar|in ordnung|geht klar|hinweis schliessen|gelesen|fertig',
  filler:
    'die|der|das|den|und|ich|bin|damit|zu|von|cookies|optionale|optionalen|technisch|technische|auf|dieser|website|seite|webseite|verwendung|nutzung|diese|mit|meine|meinen|meiner|bitte|zur|oder|nicht notwendige|nicht erforderliche|nicht essenzielle|nicht essentielle|tracking|setzen|weitere|zusatzliche|dienste|gerne|sie|apps|technologien|tools|werbung|weiterlesen|weitersurfen|weiternutzen|lesen|nutzen|kostenlos',
  all: 'alle|allen|alles|samtliche',
}
