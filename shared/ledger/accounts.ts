/** The accounts of a journal that are always the same; those of lots hang below the two `deferred` ones. */
export const accounts = {
  receivable: 'Assets:Receivable',
  unbilledFlex: 'Assets:Flex-Unbilled',
  deferredIncluded: 'Liabilities:Deferred:Included',
  deferredPrepaid: 'Liabilities:Deferred:Prepaid',
  opening: 'Equity:Opening-Balances',
  granted: 'Equity:Credits:Granted',
  purchased: 'Equity:Credits:Purchased',
  billedFlex: 'Equity:Credits:Billed-Flex',
  included: 'Income:Included',
  prepaid: 'Income:Prepaid',
  flex: 'Income:Flex',
  subscription: 'Income:Subscription',
  expired: 'Income:Breakage:Expired',
  forfeited: 'Income:Breakage:Forfeited',
  adjustments: 'Income:Adjustments',
} as const;

/**
 * Names accounts below a parent: letters, digits and `-` alone, as every journal program takes them, a capital or digit first.
 * Two texts that become one name get a number.
 */
export function accountNames(): (parent: string, text: string) => string {
  const taken = new Set<string>();
  return (parent, text) => {
    const plain = text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'Lot';
    const wanted = `${parent}:${plain[0]!.toUpperCase()}${plain.slice(1, 60)}`;
    let name = wanted;
    for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
    taken.add(name);
    return name;
  };
}
