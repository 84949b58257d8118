import { useTranslation } from 'react-i18next'
import type { Category } from '../../main/contract.ts'
import classes from './category-name.module.css'

/** The name of a category with its hue as a small square: the word says it, the hue only helps to find it again. */
export function CategoryName({ category }: { readonly category: Category }) {
  const { t } = useTranslation()
  return (
    <span className={classes.name}>
      <span className={classes.hue} data-category={category} aria-hidden />
      {t(`category.${category}`)}
    </span>
  )
}

/** In the order of reading: what needs consent first. */
export const CATEGORIES: readonly Category[] = ['marketing', 'analytics', 'unclassified', 'functional', 'necessary']
