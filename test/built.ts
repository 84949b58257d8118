import { builtNow } from '../main/built.ts'

/** Once before the tests that open the built application or pack it; at once when it was built since the last change. */
export default function setup(): void {
  if (!builtNow()) throw new Error('the application could not be built')
}
