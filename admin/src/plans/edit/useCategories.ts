import { useCodeList } from '../../org/useCodeList';
import { useCategoryName } from '../useCategoryName';

/** The categories to choose from; one that is no longer in use stays visible where it is named. */
export function useCategories() {
  const inUse = useCodeList('CATEGORY').map(({ code }) => code);
  const nameOf = useCategoryName();
  return (value: string | undefined) => ({
    value,
    nameOf,
    values: value && !inUse.includes(value) ? [value, ...inUse] : inUse,
  });
}
