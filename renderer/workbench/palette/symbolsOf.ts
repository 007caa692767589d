/** Something of a scenario that can be gone to. */
export interface ScenarioSymbol {
  /** JSON path: `plans[0]`. */
  readonly path: string;
  readonly title: string;
  readonly detail: string;
  /** The list that it is in: `Plans`. */
  readonly section: string;
  readonly icon: string;
}

interface Kind {
  readonly list: readonly string[];
  readonly detail: string;
  readonly section: string;
  readonly icon: string;
  title(item: Readonly<Record<string, unknown>>): string;
}

const named = (item: Readonly<Record<string, unknown>>): string => words(item['name'] ?? item['id']);

const kinds: readonly Kind[] = [
  { list: ['plans'], detail: 'Plan', section: 'Plans', icon: 'symbol-class', title: named },
  { list: ['meters'], detail: 'Meter', section: 'Meters', icon: 'dashboard', title: named },
  {
    list: ['timeline'],
    detail: 'Timeline',
    section: 'Timeline',
    icon: 'calendar',
    title: ({ at, do: what, plan, credits }) => [at, what, plan, credits].map(words).filter(Boolean).join(' '),
  },
  { list: ['usage', 'models'], detail: 'Demand model', section: 'Demand models', icon: 'graph', title: named },
  {
    list: ['usage', 'files'],
    detail: 'Usage file',
    section: 'Usage files',
    icon: 'pulse',
    title: ({ path }) => words(path),
  },
];

/** Plans, meters, timeline entries, demand models and usage files of a scenario's text; none where it cannot be read. */
export function symbolsOf(text: string): readonly ScenarioSymbol[] {
  const scenario = parse(text);
  return kinds.flatMap(({ list, detail, section, icon, title }) => {
    const items = list.reduce<unknown>((value, key) => record(value)[key], scenario);
    if (!Array.isArray(items)) return [];
    return items.map((item: unknown, at) => ({
      path: `${list.join('.')}[${at}]`,
      title: title(record(item)) || `${detail} ${at + 1}`,
      detail,
      section,
      icon,
    }));
  });
}

/** The name of a scenario, mostly that of its customer, as something to go to; none where it cannot be read. */
export function nameOf(text: string): readonly ScenarioSymbol[] {
  const title = words(record(parse(text))['name']);
  return title === '' ? [] : [{ path: 'name', title, detail: 'Scenario', section: 'Scenario', icon: 'account' }];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
