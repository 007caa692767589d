import { Icon } from '../../../../base/Icon.tsx';
import type { FieldState } from './useField.ts';

/** On, off, or left as it was. */
export function SwitchControl({ field }: { readonly field: FieldState }) {
  const value = field.node?.type === 'boolean' ? String(field.node.value) : '';
  return (
    <span className="form-select">
      <select
        {...field.control}
        className="input select"
        value={value}
        disabled={field.locked}
        onChange={({ target }) => field.write(target.value === '' ? undefined : target.value === 'true')}
      >
        <option value="">as before</option>
        <option value="true">on</option>
        <option value="false">off</option>
      </select>
      <Icon name="chevron-down" className="select-arrow" />
    </span>
  );
}
