import type { Knowledge } from '../scanner/knowledge/answers.ts'

/** What is known here, with the user's own on top when a folder or file of it is named. Throws `plan-invalid` over its faults. */
export async function knowledgeOf(path: string | null): Promise<Knowledge> {
  if (path === null) return (await import('../scanner/knowledge/load.ts')).loadKnowledge()
  return await (await import('../scanner/knowledge/load-own.ts')).loadKnowledgeWith(path)
}
