import { useCodeList } from '../org/useCodeList';

/** The words of a category, or its code where it is no longer in use. */
export function useCategoryName(): (code: string) => string {
  const categories = useCodeList('CATEGORY');
  return (code) => categories.find((each) => each.code === code)?.name ?? code;
}
