import type { ListPlace } from './shelf.ts'

/** The list of a shelf with one more item in it: its import, and its name in the array or object the list ends with. */
export function withItem(text: string, { id, name, place }: { id: string; name: string; place: ListPlace }): string {
  const list = /(=\s*)([[{])([^\]}]*)([\]}])(\s*(?:satisfies[^]*)?)$/.exec(text)
  const imports = [...text.matchAll(/^import .*$/gm)]
  const lastImport = imports.at(-1)
  if (!list || !lastImport) throw new Error('the list of the shelf is not written as an array or object at its end')
  const [whole, equals = '', open = '', inside = '', close = '', rest = ''] = list
  const names = inside
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const at = { first: 0, last: names.length, 'before-last': Math.max(0, names.length - 1) }[place]
  const afterImports = lastImport.index + lastImport[0].length
  return [
    text.slice(0, afterImports),
    `\nimport { ${name} } from './${id}.ts'`,
    text.slice(afterImports, text.length - whole.length),
    `${equals}${open}${names.toSpliced(at, 0, name).join(', ')}${close}${rest}`,
  ].join('')
}
