import { useMemo } from 'react';
import { useStore } from 'zustand';
import { catalogChoices } from '../../../shared/scenario/catalogChoices.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import { formatLocalDate } from '../../../shared/calendar/instant.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { useDocument } from '../../workbench/documents/useDocument.ts';
import type { Offered } from './changeKinds.ts';

/** What a scenario offers to variants, with the ids that usage can be named by. */
export interface OfferedByScenario extends Offered {
  readonly usage: readonly string[];
  /** The scenario is being edited: what is compared is what is saved. */
  readonly unsaved: boolean;
}

/** What the base of a comparison offers; nothing while it is read or has faults. */
export function useOffered(basePath: string): OfferedByScenario {
  const { documents } = useWorkbench();
  const document = useDocument(basePath);
  const unsaved = useStore(documents.store, ({ byPath }) => byPath[basePath]?.dirty ?? false);
  const text = document !== null && 'text' in document ? document.text : null;
  return useMemo(() => {
    const { scenario } = text === null ? { scenario: null } : decodeScenario(text);
    return { ...offeredBy(scenario), unsaved };
  }, [text, unsaved]);
}

/** What a scenario offers. */
export function offeredBy(scenario: Scenario | null): Omit<OfferedByScenario, 'unsaved'> {
  const editions = catalogChoices().map(({ id }) => id);
  if (!scenario) return { plans: [], editions, start: '', usage: [] };
  const { plans, models, meters, start, zone } = scenario;
  return {
    plans: plans.map(({ id, name, cycle }) => ({ id, title: `${name} · ${cycle} (${id})` })),
    editions,
    start: formatLocalDate(start, zone),
    usage: [...new Set([...models, ...meters].map(({ id }) => id))],
  };
}

/** The workspace's path of a file that a comparison names. */
export function besideComparison(comparison: string, file: string): string {
  return comparison.slice(0, comparison.lastIndexOf('/') + 1) + file;
}
