import { graveCategories } from '../complaints/verbs/ResolutionFields';
import { useCodeList } from '../org/useCodeList';
import { useWord } from '../words/useWord';
import { useValues } from './fields';

interface Emergency {
  /** What makes the leadership group be told at once, in words; none when nothing does. */
  reason: string | undefined;
  /** The category is at least 重大. */
  forcesLevel: boolean;
}

/** What the present choice will set off; the server decides, this only says so beforehand. */
export function useEmergency(): Emergency {
  const word = useWord();
  const categories = useCodeList('CATEGORY');
  const { categoryCode, riskFlags } = useValues();
  const category = categories.find(({ code }) => code === categoryCode);
  const isGrave = graveCategories.includes(categoryCode) || graveCategories.includes(category?.parent?.code ?? '');
  const fund = riskFlags.includes('FUND_SAFETY') ? word('riskFlag', 'FUND_SAFETY') : undefined;
  return { reason: isGrave ? category?.name : fund, forcesLevel: isGrave };
}
