import type { AuditView } from '../../../shared/rpc/auditViews.ts';
import { Icon } from '../../base/Icon.tsx';

/** What the audit says nothing about, plainly. */
export function NotChecked({ view }: { readonly view: AuditView }) {
  if (view.notChecked.length === 0) {
    return (
      <p className="not-checked-none">
        <Icon name="pass" /> Everything that an audit checks was checked, completeness of the usage too.
      </p>
    );
  }
  return (
    <ul className="not-checked">
      {view.notChecked.map((text) => (
        <li key={text}>
          <Icon name="circle-slash" />
          {text}
        </li>
      ))}
    </ul>
  );
}
