import type { Words } from './words.ts'

export const italian: Words = {
  language: 'it',
  topic: 'cookie*|tecnologie simili|strumenti di tracciamento',
  context:
    'sito*|privacy|informativa|dati|consens*|navigazione|esperienza|anali*|pubblicit*|terze parti|policy|partner|traffico|finalita',
  accept:
    'va bene cosi|accett*|consent*|acconsent*|consento|acconsento|sono d accordo|d accordo|si|abilita|autorizz*|permett*',
  reject:
    'rifiut*|nega|nego|declin*|non accett*|non consent*|non acconsent*|senza accettare|senza consenso|senza acconsentire|no grazie|no|disabilita|blocca|rigetta|opponiti',
  only: 'solo necessari*|solo i necessari|solo quelli necessari|solo tecnici|solo i tecnici|solo essenziali|solo gli essenziali|solo cookie tecnici|solo cookie necessari|strettamente necessari*|accetta necessari|accetta i necessari|accetta solo necessari|accetta solo i necessari|accetta solo tecnici|usa solo necessari|usa solo i cookie necessari|necessari soltanto|solo funzionali|accetta essenziali',
  settings:
    'lasciatemi scegliere|lasciami scegliere|gestisci consens*|gestisci il consenso|piu opzioni|altre opzioni|personalizz*|gestisci|gestione|impostazion*|preferenz*|opzioni|configur*|scegli*|mostra dettagli|scopri di piu e personalizza|modifica|visualizza preferenze|maggiori opzioni',
  save: 'salva*|conferm*|selezion*|applica|accetta selezion*|consenti selezion*|accetta la selezione|salva e chiudi|consenti la selezione',
  acknowledge: 'ok|okay|ho capito|capito|chiudi|continua|prosegui|va bene|inteso|x',
  filler:
    'i|il|la|le|gli|e|cookie|cookies|di|del|tutti|sul|sito|tuoi|mie|mia|opzionali|non essenziali|non necessari|questo|a|al|o|navigazione|ed|l|uso|utilizzo|dei|le mie',
  all: 'tutto|tutti|tutte',
}
