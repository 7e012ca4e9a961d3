const format = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' });

/** An amount as ¥4,800.00. */
export function moneyText(amount: string | null | undefined): string | undefined {
  return amount ? format.format(Number(amount)) : undefined;
}
