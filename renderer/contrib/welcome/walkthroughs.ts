/** A command to run, with what it takes. */
export interface Act {
  readonly command: string;
  readonly args?: unknown;
}

/** One thing to do on a walkthrough's sample. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Title of the button that runs the acts, one after the other. */
  readonly action: string;
  readonly acts: readonly Act[];
  /** Done once a command has done what it is for, or once the sample's scenario was edited. */
  readonly until: { readonly command: string } | 'opened' | 'edited';
}

/** A few steps for one kind of user, on a copy of a sample. */
export interface Walkthrough {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Codicon name. */
  readonly icon: string;
  readonly sample: string;
  readonly scenario: string;
  readonly steps: readonly Step[];
}

const openSample: Step = {
  id: 'open',
  title: 'Open the sample',
  text: 'Drawdown makes a copy of it in its own folder, apart from your files. Change anything.',
  action: 'Open a Copy',
  acts: [],
  until: 'opened',
};

const northwind = 'northwind.scenario.json';
const harborRows = { path: 'billed/harbor-rows.csv' };
const harbor = 'harbor.scenario.json';
const juniper = 'juniper.scenario.json';

export const walkthroughs: readonly Walkthrough[] = [
  {
    id: 'forecast',
    title: 'Forecast a customer',
    text: 'From what a customer is expected to use to a year of bills, their range, and a quote.',
    icon: 'graph-line',
    sample: 'growing-monthly',
    scenario: northwind,
    steps: [
      openSample,
      {
        id: 'why',
        title: 'Ask a figure why',
        text: 'Northwind Vision’s Flex is highest in November. Every figure of the bill answers why, down to the usage rows; so does this one.',
        action: 'Ask Why of November',
        acts: [
          { command: 'bill.open', args: { path: northwind } },
          {
            command: 'why.show',
            args: { kind: 'bill', path: northwind, target: { kind: 'month', month: 10, figure: 'flex' }, focus: true },
          },
        ],
        until: { command: 'why.show' },
      },
      {
        id: 'change',
        title: 'Change what is expected',
        text: 'Inference grows by 0.07, 7 % a month. Make it 0.1: the bill follows while you type, and undo takes it back.',
        action: 'Go to the Growth',
        acts: [{ command: 'scenario.revealPath', args: { path: northwind, jsonPath: 'usage.models[0].growth' } }],
        until: 'edited',
      },
      {
        id: 'range',
        title: 'See how far it may go',
        text: 'Days differ. A forecast samples ten thousand years: what the bill is likely to be, and what moves it most.',
        action: 'Open the Forecast',
        acts: [{ command: 'forecast.open', args: { path: northwind } }],
        until: { command: 'forecast.open' },
      },
      {
        id: 'quote',
        title: 'Make a quote',
        text: 'A page for the customer, with every assumption on it, and a sealed file that recomputes to the same cent on their machine.',
        action: 'Make the Quote',
        acts: [{ command: 'quote.open', args: { path: northwind } }, { command: 'quote.make' }],
        until: { command: 'quote.make' },
      },
    ],
  },
  {
    id: 'audit',
    title: 'Audit a ledger',
    text: 'From what was agreed and what was billed to the row that is wrong, what it cost, and the evidence.',
    icon: 'verified',
    sample: 'billed-wrongly',
    scenario: harbor,
    steps: [
      openSample,
      {
        id: 'choose',
        title: 'Set the rows against the terms',
        text: 'Harbor Foods’ vendor sent the rows of a ledger as CSV. The scenario says what was agreed. An audit needs the two.',
        action: 'Choose the Files',
        acts: [{ command: 'audit.open', args: harborRows }],
        until: { command: 'audit.open' },
      },
      {
        id: 'run',
        title: 'Recompute every row',
        text: 'Every figure is computed anew from the terms and compared. The files are only read.',
        action: 'Run the Audit',
        acts: [{ command: 'audit.open', args: harborRows }, { command: 'audit.run' }],
        until: { command: 'audit.run' },
      },
      {
        id: 'read',
        title: 'Read what was found',
        text: 'Each finding names the rule that was broken, the row, and what is due instead. Enter goes to the row.',
        action: 'Show the Findings',
        acts: [{ command: 'view.show.audit.findings' }],
        until: { command: 'view.show.audit.findings' },
      },
      {
        id: 'keep',
        title: 'Keep the evidence',
        text: 'One zip holds the inputs, a report that opens without Drawdown, the log, and the hashes of all of them.',
        action: 'Write the Evidence Pack',
        acts: [{ command: 'audit.open', args: harborRows }, { command: 'audit.run' }, { command: 'audit.pack' }],
        until: { command: 'audit.pack' },
      },
    ],
  },
  {
    id: 'plan',
    title: 'Plan a purchase',
    text: 'From a year that nobody knows to how many prepaid credits to buy, and the odds of being wrong.',
    icon: 'target',
    sample: 'prepaid-question',
    scenario: juniper,
    steps: [
      openSample,
      {
        id: 'range',
        title: 'See how uncertain the year is',
        text: 'Juniper Parcel’s days differ widely, and a peak may come before the holidays. The forecast shows what that does to the bill.',
        action: 'Open the Forecast',
        acts: [{ command: 'forecast.open', args: { path: juniper } }],
        until: { command: 'forecast.open' },
      },
      {
        id: 'plan',
        title: 'Ask how many credits to buy',
        text: 'The planner weighs every quantity over the same sampled years: cost, chance of some left over, day on which they run out.',
        action: 'Open the Planner',
        acts: [{ command: 'planner.open', args: { path: juniper } }],
        until: { command: 'planner.open' },
      },
      {
        id: 'buy',
        title: 'Buy the best quantity',
        text: 'The purchase goes into the timeline of the scenario, and bill, forecast and plan count with it. Undo takes it out.',
        action: 'Add the Purchase',
        acts: [{ command: 'planner.open', args: { path: juniper } }, { command: 'planner.buy' }],
        until: { command: 'planner.buy' },
      },
      {
        id: 'compare',
        title: 'Compare with another plan',
        text: 'Two to five variants of a scenario side by side, over the same demand, and where they would cost the same.',
        action: 'Compare Variants',
        acts: [{ command: 'variants.new', args: { path: juniper } }],
        until: { command: 'variants.new' },
      },
    ],
  },
];
