/** Stands in for the `electron` module in unit tests: records what is asked of it. */
export const calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
