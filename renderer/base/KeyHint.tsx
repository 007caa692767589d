/** A key as a cap: `Ctrl+S`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="key-hint">
      {keys.split(' ').map((stroke) => (
        <kbd key={stroke}>{stroke}</kbd>
      ))}
    </span>
  );
}
