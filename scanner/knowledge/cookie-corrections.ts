import type { Category } from '../model.ts'
import { nameTable } from './name-table.ts'

export interface Correction {
  readonly category: Category
  readonly because: string
}

/** Where the public lists stand on the wrong side of the gate; what is found out later is added here. */
export function correctionOf(name: string): Correction | null {
  return table.matching(name)[0] ?? null
}

const CORRECTIONS: readonly (readonly [names: readonly string[], category: Category, because: string])[] = [
  [['li_fat_id'], 'marketing', "LinkedIn's click and member id, for conversions"],
  [['test_cookie'], 'marketing', 'DoubleClick tries whether its ad cookies would be kept'],
  [['_hjSession*', '_hjid', '_hjFirstSeen', '_hjAbsoluteSessionInProgress'], 'analytics', 'Hotjar tells visits apart'],
  [['_vwo_uuid', '_vwo_uuid*', '_vis_opt_*'], 'analytics', 'VWO tells visitors of an experiment apart'],
  [['SRM_B'], 'marketing', "Microsoft's visitor id for ads"],
  [['YSC'], 'marketing', 'YouTube counts views for ads and statistics'],
  [['ai_user', 'ai_session'], 'analytics', 'Application Insights tells users and visits apart'],
  [['_conv_v', '_conv_s'], 'analytics', 'Convert tells visitors of an experiment apart'],
  [['intercom-*'], 'functional', 'the chat the visitor opens; its id still singles out a visitor'],
  [['__eoi'], 'marketing', 'Google tells invalid ad traffic by it'],
  [['ANID', 'pm_sess', 'pm_sess_*', 'aboutads_sess*'], 'marketing', "Google's ad network"],
  [['_gaexp', '_gaexp_*', '_opt_expid'], 'analytics', 'an experiment of Google Optimize'],
  [['GA_OPT_OUT'], 'functional', "keeps the visitor's wish not to be measured"],
  [['_pinterest_cm', '_pinterest_sess'], 'marketing', "Pinterest's ad tag"],
  [['taboola_select', 'taboola_fp_td_user_id', 't_pt_gid', '_tb_sess_r'], 'marketing', "Taboola's visitor ids"],
  [['ce_sid', 'cecu', 'ceac', 'cean', 'cehc', 'celi'], 'analytics', 'Crazy Egg records visits'],
  [['QSI_*'], 'analytics', 'Qualtrics follows the visit to pick a survey'],
  [['pxid'], 'marketing', "Permutive's visitor id for audiences"],
  [['_ym_*'], 'analytics', 'Yandex Metrica'],
]

const table = nameTable<Correction>()
for (const [names, category, because] of CORRECTIONS) for (const name of names) table.add(name, { category, because })
