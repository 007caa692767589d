/** A sentence of the schema: its code set as code, the rules it rests on set apart. */
export function HelpText({ text }: { readonly text: string }) {
  const [, said = text, rules = ''] = /^(.*?)\s*((?:R\d+(?:, )?)*)$/s.exec(text) ?? [];
  return (
    <>
      {said.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
      {rules && <span className="form-rule">{rules}</span>}
    </>
  );
}
