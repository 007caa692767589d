import type { Diagnostic } from '../../../shared/base/diagnostic.ts';
import { formatPath, type PathSteps } from '../../../shared/base/jsonPath.ts';
import type { ChangedScenario } from '../../../shared/planner/variants/applyChanges.ts';
import type { Comparison } from '../../../shared/planner/variants/comparison.ts';
import { describeChange } from '../../../shared/planner/variants/describeChange.ts';
import { nearest } from '../../../shared/scenario/nearest.ts';

interface Told {
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
}

/** Faults of variants, each in its place in the comparison: by the variant, and by the change where that is known. */
export interface VariantFaults {
  readonly diagnostics: readonly Diagnostic[];
  hasErrors(): boolean;
  /** Of a variant as a whole. */
  add(variant: number, told: Told): void;
  /** Of the scenario that a variant names. */
  addAtScenario(variant: number, told: Told): void;
  addUnknownUsage(variant: number, usage: { readonly of: string; readonly ids: readonly string[] }): void;
  /** Of a scenario's own text, in its own place there. */
  addInFile(file: string, fault: Diagnostic): void;
  /** Of a variant's changed scenario. A warning that another variant has too is told once. */
  addOfVariant(variant: number, fault: Diagnostic, changed: Pick<ChangedScenario, 'origins'>): void;
}

/** Collects faults of the variants of one comparison. */
export function variantFaults(comparison: Comparison): VariantFaults {
  const diagnostics: Diagnostic[] = [];
  const warned = new Set<string>();
  const { json, variants } = comparison;
  const put = (
    variant: number,
    steps: PathSteps,
    fault: Omit<Diagnostic, 'path' | 'place' | 'severity'> & Partial<Diagnostic>,
  ) => {
    const path: PathSteps = ['variants', variant, ...steps];
    const message = `Variant “${variants[variant]!.name}”: ${fault.message}`;
    diagnostics.push({ severity: 'error', ...fault, path: formatPath(path), place: json.placeAt(path), message });
  };
  return {
    diagnostics,
    hasErrors: () => diagnostics.some(({ severity }) => severity === 'error'),
    add: (variant, told) => put(variant, [], told),
    addAtScenario(variant, told) {
      const own = variants[variant]!.scenario !== comparison.base;
      if (own) return put(variant, ['scenario'], told);
      diagnostics.push({ severity: 'error', ...told, path: 'base', place: json.placeAt(['base']) });
    },
    addUnknownUsage(variant, { of, ids }) {
      const change = variants[variant]!.changes.findIndex(({ change: each }) => 'of' in each && each.of === of);
      const suggestion = nearest(of, ids);
      put(variant, ['changes', change, 'of'], {
        code: 'unknown-usage',
        message: `There is no demand model or meter ${of}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
        expected: ids.length > 0 ? `one of ${ids.join(', ')}` : 'no id, for all usage',
        actual: of,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    },
    addInFile: (file, fault) => void diagnostics.push({ ...fault, file: fault.file ?? file }),
    addOfVariant(variant, fault, changed) {
      const { changes, scenario } = variants[variant]!;
      const change = changeOf(fault, changed) ?? changes.findIndex(({ change: each }) => each.do === 'catalog');
      const key = `${fault.code} ${fault.path} ${fault.message}`;
      if (fault.severity === 'warning' && warned.has(key)) return;
      warned.add(key);
      const { place: _place, path, file, ...rest } = fault;
      const where =
        file === undefined ? `at ${path} of ${scenario}` : `${file}${fault.place ? `, line ${fault.place.line}` : ''}`;
      if (change < 0)
        return put(variant, [], { ...rest, message: path === '' ? fault.message : `${fault.message} (${where})` });
      const words = describeChange(changes[change]!);
      const lies = changeOf(fault, changed) === null && path !== '' ? ` (${where})` : '';
      put(variant, ['changes', change], { ...rest, message: `${words}: ${fault.message}${lies}` });
    },
  };
}

/** The change that wrote what is at fault. */
function changeOf({ path }: Diagnostic, { origins }: Pick<ChangedScenario, 'origins'>): number | null {
  const origin = origins.find(({ path: at }) => path === at || path.startsWith(`${at}.`));
  return origin?.change ?? null;
}
