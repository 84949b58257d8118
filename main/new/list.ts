import type { ListPlace } from './shelf.ts'

/** The list of a shelf with one more item in it: its import, and its name in the array or object that the file exports. */
export function withItem(text: string, { id, name, place }: { id: string; name: string; place: ListPlace }): string {
  const list = /(export const \w+[^=]*=\s*[[{])([^\]}]*)/.exec(text)
  const lastImport = [...text.matchAll(/^import .*$/gm)].at(-1)
  if (!list || !lastImport) throw new Error('the list of the shelf is not written as an exported array or object')
  const [whole, head = '', inside = ''] = list
  const names = inside
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const at = { first: 0, last: names.length, 'before-last': Math.max(0, names.length - 1) }[place]
  const afterImports = lastImport.index + lastImport[0].length
  return [
    text.slice(0, afterImports),
    `\nimport { ${name} } from './${id}.ts'`,
    text.slice(afterImports, list.index),
    `${head}${names.toSpliced(at, 0, name).join(', ')}`,
    text.slice(list.index + whole.length),
  ].join('')
}
