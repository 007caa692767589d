import type { Diagnostic } from '../base/diagnostic.ts';
import { formatPath, type PathSteps } from '../base/jsonPath.ts';
import type { JsonText } from '../base/jsonText.ts';

/** A fault before it has its place. */
export interface Fault {
  readonly code: string;
  readonly path: PathSteps;
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly suggestion?: string;
  readonly severity?: 'error' | 'warning';
  /** Whether the key or the value is at fault. */
  readonly on?: 'key' | 'value';
  /** Offsets into the text, where they are known already. */
  readonly span?: { readonly from: number; readonly until: number };
  /** A usage file and its line, where the fault lies there. */
  readonly file?: string;
  readonly line?: number;
}

/** Collects faults of one document, with their places. */
export interface FaultList {
  readonly diagnostics: Diagnostic[];
  add(fault: Fault): void;
  /** Whether an error, not only warnings, was found. */
  hasErrors(): boolean;
  /** Whether no more faults are listed, so that a reporter may spare its words. */
  isFull(): boolean;
}

const listed = 500;

/** An empty list for faults in `json`; null where a document has no text, so that faults have no places. */
export function faultList(json: JsonText | null): FaultList {
  const diagnostics: Diagnostic[] = [];
  let errors = false;
  let more = false;
  const placeOf = (path: PathSteps, on: Fault['on'], span: Fault['span']) =>
    span && json ? json.place(span.from, span.until) : (json?.placeAt(path, on) ?? null);
  return {
    diagnostics,
    hasErrors: () => errors,
    isFull: () => diagnostics.length >= listed,
    add({ path, on, span, line, severity = 'error', message, suggestion, ...fault }) {
      errors ||= severity === 'error';
      if (diagnostics.length >= listed) {
        if (!more) diagnostics.push(tooMany);
        more = true;
        return;
      }
      const hint = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
      diagnostics.push({
        ...fault,
        severity,
        path: formatPath(path),
        place: line === undefined ? placeOf(path, on, span) : { line, column: 1, offset: 0, length: 0 },
        message: message + hint,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    },
  };
}

const tooMany: Diagnostic = {
  code: 'too-many-faults',
  severity: 'error',
  path: '',
  place: null,
  message: `There are more than ${listed} faults; the rest are not listed.`,
};
