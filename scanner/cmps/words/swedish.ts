import type { Words } from './words.ts'

export const swedish: Words = {
  language: 'sv',
  topic: 'cookie*|kakor*|kakorna',
  context:
    'webbplats*|sida*|webbsida*|integritet*|samtyck*|personuppgift*|upplevelse*|analy*|annons*|marknadsforing*|tredje part*|policy|trafik*|partner*',
  accept: 'acceptera*|godkann*|tillat|tillata|jag godkanner|jag accepterar|samtyck*|jag samtycker|ja|ja tack|medge',
  reject:
    'forneka|avvisa*|neka*|avboj*|avsla*|acceptera inte|godkann inte|tillat inte|samtycker inte|utan att acceptera|utan att godkanna|utan samtycke|nej|nej tack|vagra|inaktivera|blockera|tacka nej',
  only: 'endast grundlaggande|bara grundlaggande|endast nodvandig*|bara nodvandig*|enbart nodvandig*|endast absolut nodvandig*|strikt nodvandig*|endast obligatorisk*|acceptera nodvandiga|godkann nodvandiga|tillat nodvandiga|acceptera endast nodvandiga|godkann endast nodvandiga|endast funktionella|nodvandiga kakor|nodvandiga cookies',
  settings:
    'personifiera|lat mig valja|installning*|cookieinstallning*|kakinstallning*|cookie installning*|anpassa*|hantera*|valj|andra|preferens*|alternativ|visa detaljer|mina val|visa installningar|egna val',
  save: 'markerat|markerade|spara*|bekrafta*|urval*|valda|mitt val|tillat urval|acceptera valda|godkann valda|tillat valda|acceptera urval|godkann urval|tillampa',
  acknowledge: 'stanga|ok|okej|okay|jag forstar|forstatt|forstar|stang|fortsatt|ga vidare|uppfattat',
  filler:
    'kakor|cookies|och|de|den|det|jag|pa|for|av|mina|vara|webbplatsen|alla kakor|valfria|icke nodvandiga|anvandning|till|med|eller|dessa|att|in|stall',
  all: 'alla|allt|samtliga',
}
