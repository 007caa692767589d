import type { SampleView } from '../../../shared/rpc/views.ts';
import type { SampleFile } from '../../store/sample.ts';
import annualReadme from './annual-hedge/README.md?raw';
import annualScenario from './annual-hedge/alpine.scenario.json?raw';
import annualUsage from './annual-hedge/usage/february-april.csv?raw';
import billedReadme from './billed-wrongly/README.md?raw';
import billedScenario from './billed-wrongly/harbor.scenario.json?raw';
import { billedWrongly } from './billedWrongly.ts';
import growingReadme from './growing-monthly/README.md?raw';
import growingScenario from './growing-monthly/northwind.scenario.json?raw';
import growingUsage from './growing-monthly/usage/january-february.csv?raw';
import questionReadme from './prepaid-question/README.md?raw';
import questionScenario from './prepaid-question/juniper.scenario.json?raw';
import traceReadme from './token-trace/README.md?raw';
import traceScenario from './token-trace/token-trace.scenario.json?raw';
import traceUsage from './token-trace/usage/llm-trace-code.csv?raw';

/** A ready workspace: what it shows, and its files by path, made when it is opened. */
export interface Sample extends SampleView {
  files(): readonly SampleFile[];
}

/** The ready samples, put into the bundle as text so that every shell has them. */
export const samples: readonly Sample[] = [
  {
    id: 'growing-monthly',
    title: 'Growing monthly customer with a spike',
    text: 'A monthly plan, demand that grows by the month, a prepaid lot, and a spike in November that meets the Flex cap.',
    files: () => [
      { path: 'README.md', content: growingReadme },
      { path: 'northwind.scenario.json', content: growingScenario },
      { path: 'usage/january-february.csv', content: growingUsage },
    ],
  },
  {
    id: 'annual-hedge',
    title: 'Annual customer with a prepaid hedge',
    text: 'A year of credits up front, prepaid bought before the busy season, and the Flex that both leave for the winter.',
    files: () => [
      { path: 'README.md', content: annualReadme },
      { path: 'alpine.scenario.json', content: annualScenario },
      { path: 'usage/february-april.csv', content: annualUsage },
    ],
  },
  {
    id: 'prepaid-question',
    title: 'How much prepaid to buy?',
    text: 'A year that nobody knows yet: days that differ, a peak that may come, and prepaid credits that are cheaper in bulk.',
    files: () => [
      { path: 'README.md', content: questionReadme },
      { path: 'juniper.scenario.json', content: questionScenario },
    ],
  },
  {
    id: 'billed-wrongly',
    title: 'A bill with a mistake in it',
    text: 'What was agreed, and half a year of rows and invoices as a vendor exported them. One rule was broken: which?',
    files: () => [
      { path: 'README.md', content: billedReadme },
      { path: 'harbor.scenario.json', content: billedScenario },
      ...billedWrongly(billedScenario, 'harbor', { draws: 'prepaid-first' }),
    ],
  },
  {
    id: 'token-trace',
    title: 'A real trace of tokens',
    text: 'One hour of 8,819 real requests to a code-completion service, imported as two third-party token meters.',
    files: () => [
      { path: 'README.md', content: traceReadme },
      { path: 'token-trace.scenario.json', content: traceScenario },
      { path: 'usage/llm-trace-code.csv', content: traceUsage },
    ],
  },
];
