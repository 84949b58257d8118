import { read, unreadable, type Signal } from './signal.ts'

/** Google on a request: a letter for each of its core services that may use the data together, `-` for none. */
export const dmaCps: Signal = {
  standard: 'dma-cps',
  title: 'Google core platform services (dma_cps)',
  speaker: 'vendor',
  places: [{ in: 'query', parameter: 'dma_cps', host: /./ }],
  decode(raw) {
    if (raw === '-') return read([], ['core platform services'])
    const letters = Array.from(raw)
    if (letters.length === 0 || letters.some((letter) => !SERVICES.has(letter)))
      return unreadable('letters we do not know')
    return read(
      letters.map((letter) => `${SERVICES.get(letter)}`),
      [],
    )
  },
}

const SERVICES: ReadonlyMap<string, string> = new Map([
  ['s', 'Search'],
  ['y', 'YouTube'],
  ['p', 'Play'],
  ['h', 'Shopping'],
  ['a', 'Ads'],
  ['m', 'Maps'],
  ['o', 'other services'],
])
