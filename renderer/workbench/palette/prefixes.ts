/** What the palette looks for, by the sign that what is typed begins with. */
export interface Prefix {
  readonly sign: string;
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
}

const files: Prefix = {
  sign: '',
  label: 'Go to file',
  placeholder: 'Search files by name (type ? for help)',
  empty: 'No file matches',
};

export const prefixes: readonly Prefix[] = [
  { sign: '>', label: 'Command palette', placeholder: 'Type the name of a command', empty: 'No command matches' },
  {
    sign: '@',
    label: 'Go to symbol',
    placeholder: 'The customer, a plan, meter, timeline entry or model of this scenario',
    empty: 'No such symbol in this scenario',
  },
  {
    sign: '#',
    label: 'Go to symbol or line in workspace',
    placeholder: 'A customer, plan, meter, timeline entry or model of any scenario, or three letters of any line',
    empty: 'No such symbol or line in the workspace',
  },
  {
    sign: ':',
    label: 'Go to line or row',
    placeholder: 'Number of a line, or of a row of a grid',
    empty: 'Type a number',
  },
  { sign: '?', label: 'Help on the palette', placeholder: 'What the palette can look for', empty: 'Nothing matches' },
  files,
];

/** The prefix of what is typed. */
export function prefixOf(search: string): Prefix {
  return prefixes.find(({ sign }) => sign !== '' && search.startsWith(sign)) ?? files;
}
