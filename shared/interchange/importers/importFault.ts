/** Why a whole source cannot be imported. A single bad row is a `RefusedRow` instead. */
export type ImportFault =
  | { readonly code: 'empty-file' }
  | { readonly code: 'no-data' }
  | { readonly code: 'header-unreadable'; readonly line: number; readonly reason: string }
  | { readonly code: 'header-missing'; readonly column: string }
  | { readonly code: 'column-unnamed'; readonly column: number }
  | { readonly code: 'column-duplicate'; readonly column: string; readonly first: number; readonly second: number }
  | { readonly code: 'columns-too-many'; readonly columns: number; readonly limit: number }
  | { readonly code: 'column-unknown'; readonly column: string; readonly columns: readonly string[] }
  | { readonly code: 'column-secret'; readonly column: string }
  | { readonly code: 'zone-unknown'; readonly zone: string }
  | { readonly code: 'mapping-mismatch'; readonly source: string; readonly mapping: string }
  | { readonly code: 'encoding-invalid'; readonly encoding: string; readonly line: number; readonly offset: number }
  | { readonly code: 'encoding-unsupported'; readonly encoding: string }
  | { readonly code: 'kind-unsupported'; readonly kind: string; readonly advice: string }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'json-malformed'; readonly line: number; readonly reason: string }
  | { readonly code: 'json-too-large'; readonly line: number; readonly limit: number }
  | { readonly code: 'keys-too-many'; readonly limit: number }
  | { readonly code: 'database-unreadable'; readonly reason: string }
  | { readonly code: 'takes-too-long'; readonly seconds: number }
  | { readonly code: 'takes-too-much'; readonly megabytes: number }
  | { readonly code: 'source-changed' }
  | { readonly code: 'rows-refused'; readonly refused: number; readonly taken: number }
  | { readonly code: 'nothing-taken'; readonly refused: number; readonly excluded: number }
  | { readonly code: 'target-differs'; readonly path: string };

/** Carries a fault out of the middle of a stream, where no `Result` can be returned; caught where the stream is drained. */
export class ImportStop extends Error {
  override name = 'ImportStop';
  readonly fault: ImportFault;
  constructor(fault: ImportFault) {
    super(describeImportFault(fault));
    this.fault = fault;
  }
}

/** A fault in plain words, with its place and figures. Holds nothing of the source but names of columns. */
export function describeImportFault(fault: ImportFault): string {
  switch (fault.code) {
    case 'empty-file':
      return 'The file is empty.';
    case 'no-data':
      return 'The file holds a header and no rows.';
    case 'header-unreadable':
      return `The header cannot be read: ${fault.reason} (line ${fault.line}).`;
    case 'header-missing':
      return `The first line is not a header: "${fault.column}" is a value, not a name. Add a line with the names of the columns.`;
    case 'column-unnamed':
      return `Column ${fault.column} of the header has no name.`;
    case 'column-duplicate':
      return `The header names "${fault.column}" twice, as columns ${fault.first} and ${fault.second}.`;
    case 'columns-too-many':
      return `The header has ${fault.columns} columns; the limit is ${fault.limit}. Is the delimiter right?`;
    case 'column-unknown':
      return `The mapping names the column "${fault.column}", which the file does not have. Its columns: ${fault.columns.join(', ')}.`;
    case 'column-secret':
      return `The column "${fault.column}" holds API keys or the like, which are never imported. Map another column.`;
    case 'zone-unknown':
      return `"${fault.zone}" is not a time zone. Give an IANA name, such as Europe/Berlin.`;
    case 'mapping-mismatch':
      return `The mapping is for ${fault.mapping}, and the file is ${fault.source}.`;
    case 'encoding-invalid':
      return `The file is not valid ${fault.encoding}: see line ${fault.line} (byte ${fault.offset}). Save it as UTF-8.`;
    case 'encoding-unsupported':
      return `The file is ${fault.encoding}. Save it as UTF-8.`;
    case 'kind-unsupported':
      return `The file is ${fault.kind}. ${fault.advice}`;
    case 'too-large':
      return `The file has ${fault.bytes} bytes; the limit is ${fault.limit}. Split it.`;
    case 'json-malformed':
      return `The JSON is malformed at line ${fault.line}: ${fault.reason}.`;
    case 'json-too-large':
      return `One JSON value at line ${fault.line} is longer than ${fault.limit} characters. Write one record a line.`;
    case 'keys-too-many':
      return `The file holds more than ${fault.limit} different keys of usage. Split it by time.`;
    case 'database-unreadable':
      return `The usage database cannot be read: ${fault.reason}.`;
    case 'takes-too-long':
      return `Reading the file came no further for ${fault.seconds} seconds and was given up. Is it what it says it is?`;
    case 'takes-too-much':
      return `Reading the file took more than ${fault.megabytes} MB of memory and was given up. Split it, or write one record a line.`;
    case 'source-changed':
      return 'The file changed while it was read. Import it again when nothing writes to it.';
    case 'rows-refused':
      return `${fault.refused} rows were refused and ${fault.taken} usage rows could be taken. Nothing was written. Correct the file or the mapping, or accept the good rows.`;
    case 'nothing-taken':
      return `No usage row could be taken: ${fault.refused} rows were refused and ${fault.excluded} left out. Nothing was written.`;
    case 'target-differs':
      return `"${fault.path}" is there already with other contents, and was left alone. Choose another name.`;
  }
}
