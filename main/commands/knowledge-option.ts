import { Option } from 'commander'

/** The same words wherever a command takes the user's own knowledge. */
export function knowledgeOption(): Option {
  return new Option(
    '--knowledge <path>',
    'your own vendor records, categories and lists: a folder (lists in lists/*.txt), or one .json file',
  )
}
