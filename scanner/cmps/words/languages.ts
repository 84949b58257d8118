import type { Words } from './words.ts'
import { bulgarian } from './bulgarian.ts'
import { croatian } from './croatian.ts'
import { czech } from './czech.ts'
import { danish } from './danish.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { estonian } from './estonian.ts'
import { finnish } from './finnish.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { greek } from './greek.ts'
import { hungarian } from './hungarian.ts'
import { italian } from './italian.ts'
import { latvian } from './latvian.ts'
import { lithuanian } from './lithuanian.ts'
import { norwegian } from './norwegian.ts'
import { polish } from './polish.ts'
import { portuguese } from './portuguese.ts'
import { romanian } from './romanian.ts'
import { slovak } from './slovak.ts'
import { slovenian } from './slovenian.ts'
import { spanish } from './spanish.ts'
import { swedish } from './swedish.ts'
import { turkish } from './turkish.ts'

/** The languages we read banners in. */
export const languages: readonly Words[] = [
  english,
  german,
  french,
  spanish,
  italian,
  dutch,
  polish,
  portuguese,
  swedish,
  danish,
  norwegian,
  finnish,
  czech,
  slovak,
  hungarian,
  romanian,
  croatian,
  slovenian,
  bulgarian,
  greek,
  turkish,
  estonian,
  latvian,
  lithuanian,
]
