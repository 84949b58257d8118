import type { Words } from './words.ts'

export const spanish: Words = {
  language: 'es',
  topic: 'cookie*|galleta*|tecnologias similares',
  context:
    'sitio*|web|privacidad|datos|consent*|navega*|experiencia|anali*|publicidad|terceros|politica|socios|trafico|servicios',
  accept: 'acept*|permit*|consient*|de acuerdo|estoy de acuerdo|si|autoriz*|habilit*|activar',
  reject:
    'descartar|rechaz*|deneg*|declin*|no acept*|no permit*|no estoy de acuerdo|sin aceptar|sin consentir|sin consentimiento|no gracias|no|deshabilitar|desactivar|bloquear|oponerse',
  only: 'solo necesaria*|solo las necesarias|solo necesario*|solo los necesarios|solo esencial*|solo las esenciales|solo tecnica*|solo las tecnicas|unicamente necesaria*|unicamente las necesarias|estrictamente necesaria*|aceptar necesarias|aceptar las necesarias|aceptar esenciales|solo obligatorias|necesarias solamente|solamente necesarias|solamente las necesarias|permitir necesarias|solo funcionales|solo imprescindibles|usar solo cookies necesarias',
  settings:
    'quiero elegir|dejame elegir|mas opciones|centro de preferencias|gestionar el consentimiento|gestionar consentimiento|quiero configurarlas|detalles|preferencias de privacidad|ver preferencias|configur*|prefer*|personaliz*|gestion*|administr*|opciones|ajust*|mostrar detalles|ver detalles|elegir|modificar|panel de configuracion|mis opciones',
  save: 'guard*|confirm*|seleccion*|aplicar|aceptar seleccion|aceptar seleccionadas|permitir seleccion|permitir la seleccion|permitir seleccionadas|guardar y cerrar|mis preferencias guardar|guardar preferencias',
  acknowledge: 'ok|okay|entendido|entiendo|lo entiendo|cerrar|continuar|seguir|vale|de acuerdo y cerrar|ocultar',
  filler:
    'las|los|la|el|y|cookies|de|todas|en|este|sitio|web|mis|uso|del|su|opcionales|no esenciales|no necesarias|navegando|a|o|para|usar|utilizar|con|mi|apps|aplicaciones|servicios',
  all: 'todo|todas|todos',
}
