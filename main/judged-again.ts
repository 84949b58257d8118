/** Said wherever a judgement that stands in a folder is passed over. */
export function judgedAgain(because: string): string {
  return `${because}: the evidence was judged again in its place`
}
