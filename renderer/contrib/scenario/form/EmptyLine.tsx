import type { ReactNode } from 'react';

/** What stands in place of a list that is empty. */
export function EmptyLine({ children }: { readonly children: ReactNode }) {
  return <p className="form-empty">{children}</p>;
}
