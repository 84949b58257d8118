import type { Allowed } from './model.ts'
import type { LabPage } from './page-runtime.ts'
import type { Recall } from './runtime-model.ts'

/** Tells the page of a library's answer, read where the library keeps it. Serialized: it may use nothing from this module. */
export function runWatch(watched: Recall): void {
  const { lab } = window as unknown as { lab: LabPage }

  function raw(): string | null {
    const pair = document.cookie.split('; ').find((each) => each.startsWith(`${watched.name}=`))
    const text = watched.area === 'local' ? localStorage.getItem(watched.name) : pair?.slice(watched.name.length + 1)
    if (text === null || text === undefined || text === '') return null
    const plain = decodeURIComponent(text)
    return watched.isBase64 ? atob(plain) : plain
  }

  function read(text: string): Allowed | null {
    if (watched.onlyIf !== null && !text.includes(watched.onlyIf)) return null
    const says = (part: string | undefined): boolean => part !== undefined && text.includes(part)
    const { functional, analytics, marketing } = watched.yes
    return {
      functional: says(functional ?? marketing),
      analytics: says(analytics ?? marketing),
      marketing: says(marketing),
    }
  }

  let last = raw()
  const look = (): void => {
    const now = raw()
    if (now === last) return
    last = now
    const allowed = now === null ? null : read(now)
    if (allowed) lab.decided(allowed)
  }
  lab.recalled(last === null ? null : read(last))
  // Libraries write at the click or shortly after it.
  addEventListener('click', () => {
    for (const ms of [0, 60, 400]) setTimeout(look, ms)
  })
}
