import type { Words } from './words.ts'

export const portuguese: Words = {
  language: 'pt',
  topic: 'cookie*|tecnologias semelhantes',
  context:
    'site*|sitio*|website*|privacidade|dados|consent*|navega*|experiencia|anali*|publicidade|terceiros|politica|parceiros|trafego',
  accept: 'aceit*|permit*|concord*|autoriz*|consinto|consentir|sim|habilitar|ativar|de acordo',
  reject:
    'proib*|rejeit*|recus*|negar|nego|declinar|nao aceit*|nao concord*|nao permit*|nao autoriz*|sem aceitar|sem consentir|sem consentimento|nao obrigad*|nao|desativar|desabilitar|bloquear|opor',
  only: 'apenas essenciais|apenas os essenciais|apenas necessari*|apenas os necessarios|somente essenciais|somente necessari*|somente os necessarios|so necessarios|so essenciais|so os necessarios|estritamente necessari*|aceitar necessarios|aceitar essenciais|aceitar apenas necessarios|aceitar apenas os necessarios|aceitar somente necessarios|apenas obrigatorios|apenas tecnicos|permitir necessarios|usar apenas necessarios',
  settings:
    'deixe me escolher|deixa me escolher|prefer*|gerir|gerenci*|personaliz*|configur*|definic*|opcoes|ajust*|mostrar detalhes|ver detalhes|escolher|alterar|mais opcoes',
  save: 'guard*|salv*|grav*|confirm*|selec*|aplicar|aceitar selec*|permitir selec*|aceitar selecionados|permitir selecionados|minhas escolhas|guardar e fechar|escolhas',
  acknowledge: 'ok|okay|entendi|percebi|compreendi|fechar|continuar|prosseguir|entendido|esta bem|certo',
  filler:
    'os|as|o|a|e|cookies|todos|todas|de|do|da|neste|deste|site|minhas|meus|uso|nao essenciais|nao necessarios|opcionais|ou|para|no|na|com|utilizacao|usar',
  all: 'tudo|todos|todas',
}
