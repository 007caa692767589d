/** The words of a column's name, in small letters: `billing currency` of `BillingCurrency`. */
export function nameWords(name: string): string {
  return name
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
