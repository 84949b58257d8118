import { jsonObject, readCategories, unreadable, type Signal } from './signal.ts'

/** Klaro keeps yes or no per service, required ones among them; its page API tells which are optional. */
export const klaro: Signal = {
  standard: 'klaro',
  title: 'Klaro',
  speaker: 'cmp',
  places: [
    { in: 'cookie', name: /^klaro$/ },
    { in: 'local', name: /^klaro$/ },
    {
      in: 'page',
      expression: `(() => {
        const manager = window.klaro?.getManager?.()
        if (!manager?.confirmed) return null
        const services = (manager.config.services ?? manager.config.apps ?? []).filter(({ required }) => !required)
        return JSON.stringify(Object.fromEntries(services.map(({ name }) => [name, manager.consents[name] === true])))
      })()`,
    },
  ],
  decode(raw) {
    const services = jsonObject(raw)
    if (!services) return unreadable('no JSON object')
    return readCategories(
      Object.entries(services).flatMap(([name, is]) => (typeof is === 'boolean' ? [[name, is]] : [])),
    )
  },
}
