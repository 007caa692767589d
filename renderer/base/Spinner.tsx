import { Icon } from './Icon.tsx';

export function Spinner({ label }: { readonly label: string }) {
  return (
    <div className="spinner" role="status">
      <Icon name="loading" className="spinning" />
      <span>{label}</span>
    </div>
  );
}
