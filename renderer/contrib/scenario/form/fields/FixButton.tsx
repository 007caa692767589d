import { useMemo } from 'react';
import type { Diagnostic } from '../../../../../shared/base/diagnostic.ts';
import { fixesFor } from '../../../../../shared/scenario/fixes/fixesFor.ts';
import { Icon } from '../../../../base/Icon.tsx';
import { useWorkbench } from '../../../../platform/useWorkbench.ts';
import { useDraft } from '../../draft/useDraft.ts';

/** Offers what can be done about a problem; a single fix is made at once. */
export function FixButton({ problem }: { readonly problem: Diagnostic }) {
  const { commands } = useWorkbench();
  const { document: path, text, locked } = useDraft();
  const fixes = useMemo(() => (locked ? [] : fixesFor(text, problem)), [text, problem, locked]);
  const [only, ...others] = fixes;
  if (!only) return null;
  const title = others.length === 0 ? only.title : undefined;
  return (
    <button
      type="button"
      className="form-problem-fix"
      title={commands.keyOf('problems.quickFix') ?? undefined}
      onClick={() => void commands.run('problems.quickFix', { path, diagnostic: problem, title })}
    >
      <Icon name="lightbulb" /> {title ?? 'Quick fix…'}
    </button>
  );
}
