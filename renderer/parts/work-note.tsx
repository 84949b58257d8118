import { FailureNote, Waiting } from './answer.tsx'
import type { Work } from './work.ts'

/** How it stands with what a person has begun: in words once it takes long, then with a way to stop it; or why it failed. */
export function WorkNote({ work, what }: { readonly work: Work; readonly what: string }) {
  if (work.isUnderWay) return <Waiting what={what} share={work.share} stop={work.stop} />
  return work.failure && <FailureNote failure={work.failure} />
}
