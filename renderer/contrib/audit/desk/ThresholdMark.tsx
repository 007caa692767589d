import type { Judgement } from '../../../../shared/rpc/auditViews.ts';
import { Badge } from '../../../base/Badge.tsx';
import { Icon } from '../../../base/Icon.tsx';
import { markTitles } from './markTitles.ts';

/** What a line or finding is beside the thresholds, as a sign and in words; nothing where they say nothing of it. */
export function ThresholdMark({ mark }: { readonly mark: Judgement['marks']['lines'][number] }) {
  if (mark === null) return null;
  const { title, icon, kind } = markTitles[mark];
  return (
    <Badge kind={kind} title="By the thresholds">
      <Icon name={icon} />
      {title}
    </Badge>
  );
}
