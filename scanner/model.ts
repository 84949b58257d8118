/**
 * Every noun that crosses a folder wall. Types only; every field is readonly and always present (`null` says "none").
 * These shapes are the public format of a scan bundle: fields may be added, never renamed.
 */
export type * from './model/terms.ts'
export type * from './model/wording.ts'
export type * from './model/plan.ts'
export type * from './model/observation.ts'
export type * from './model/network-facts.ts'
export type * from './model/stored-facts.ts'
export type * from './model/page-facts.ts'
export type * from './model/banner-facts.ts'
export type * from './model/mark-facts.ts'
export type * from './model/canary-facts.ts'
export type * from './model/declaration-facts.ts'
export type * from './model/working-facts.ts'
export type * from './model/evidence.ts'
export type * from './model/causes.ts'
export type * from './model/assessment.ts'
export type * from './model/what-if.ts'
export type * from './model/comparison.ts'
export type * from './model/rulings.ts'
export type * from './model/progress.ts'
export type * from './model/calibration.ts'
