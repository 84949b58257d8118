import type { Words } from './words.ts'

export const french: Words = {
  language: 'fr',
  topic: 'cookie*|temoin*|traceur*',
  context:
    'site*|confidentialite|vie privee|donnees|consent*|partenaire*|navigation|experience|audience|publicit*|politique|mesure*|technolog*',
  accept:
    'c est bon|c est ok|accept*|j accepte|d accord|je suis d accord|autoris*|j autorise|consent*|je consens|oui|activer',
  reject:
    'refus*|je refuse|rejet*|declin*|sans accepter|sans consentir|sans consentement|je n accepte pas|ne pas accepter|n accepte pas|pas d accord|interdire|interdi*|non|non merci|desactiver|s opposer|m opposer|bloquer|ne pas autoriser',
  only: 'uniquement necessaire*|uniquement les necessaires|seulement necessaire*|seulement les necessaires|strictement necessaire*|necessaires uniquement|necessaires seulement|essentiels uniquement|uniquement essentiel*|uniquement les essentiels|seulement essentiel*|obligatoires uniquement|accepter necessaires|accepter les necessaires|n accepter que necessaires|n accepter que les necessaires|n accepter que essentiels|techniques uniquement|uniquement techniques|accepter uniquement necessaires',
  settings:
    'laissez moi choisir|laisser moi choisir|gestion|je choisis|voir les preferences|plus d options|plus doptions|gerer le consentement|gerer mes consentements|personnalis*|parametr*|prefer*|gerer|choisir|configur*|options|modifier|reglages|mes choix|vos choix|en savoir plus et personnaliser|afficher les finalites|detail*',
  save: 'sélectionné*|accepter sélectionné*|enregistr*|sauvegard*|valid*|confirm*|enregistrer mes choix|valider mes choix|confirmer mes choix|ma selection|selection|accepter la selection|autoriser la selection|enregistrer les choix|confirmer les choix',
  acknowledge: 'ok|okay|compris|j ai compris|fermer|continuer|poursuivre|c est compris|c est note|masquer',
  filler:
    'les|le|la|l|et|tous|cookies|de|des|du|mes|nos|vos|ce|ces|site|sur|pour|ma|mon|a|au|aux|navigation|visite|optionnels|facultatifs|non essentiels|non necessaires|je|ma navigation|utilisation|d|ou',
  all: 'tout|toutes|tous|l ensemble',
}
