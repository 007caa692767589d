import { useMemo, useState } from 'react';
import type { AuditView, FindingGroup, FindingView } from '../../../shared/rpc/auditViews.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';

interface GroupFindings {
  readonly findings: readonly FindingView[];
  /** Fetches the next ones. */
  more(): Promise<void>;
}

const pageRows = 200;

/** The findings of one code: those that came with the report, then page after page. */
export function useGroupFindings({ auditId, findings }: AuditView, { code }: FindingGroup): GroupFindings {
  const { rpc, notifications } = useWorkbench();
  const first = useMemo(() => findings.filter((finding) => finding.code === code), [findings, code]);
  const [fetched, setFetched] = useState<readonly FindingView[]>([]);
  const known = [...first, ...fetched];
  return {
    findings: known,
    async more() {
      try {
        const page = await rpc('audit.findings', { auditId, code, from: known.length, count: pageRows });
        setFetched((now) => [...now, ...page.findings]);
      } catch (error) {
        notifications.failed('Listing more findings', error);
      }
    },
  };
}
