import { beforeAll, describe, expect, it } from 'vitest';
import { inPlantedTree, lint } from './plantedTree.ts';

const layers = 'base calendar catalog ledger engine demand scenario audit forecast planner interchange rpc'
  .split(' ')
  .map((layer) => `shared/${layer}`);
const mainLayers = ['platform', 'store', 'workers', 'host', 'electron', 'web', 'cli'].map((layer) => `main/${layer}`);
const rendererLayers = ['base', 'platform', 'charts', 'workbench', 'entry', 'contrib/bill', 'contrib/scenario'].map(
  (layer) => `renderer/${layer}`,
);
const everyLayer = [...layers, ...mainLayers, ...rendererLayers];

/** Every pair of layers that may meet; all others may not. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/calendar': ['base'],
  'shared/catalog': ['base', 'calendar'],
  'shared/ledger': ['base', 'calendar'],
  'shared/engine': ['base', 'calendar', 'catalog', 'ledger'],
  'shared/demand': ['base', 'calendar', 'catalog', 'ledger'],
  'shared/scenario': ['base', 'calendar', 'catalog', 'demand'],
  'shared/audit': ['base', 'calendar', 'catalog', 'ledger', 'engine', 'demand', 'scenario'],
  'shared/forecast': ['base', 'calendar', 'catalog', 'ledger', 'engine', 'demand', 'scenario'],
  'shared/planner': ['base', 'calendar', 'catalog', 'ledger', 'engine', 'demand', 'scenario', 'audit', 'forecast'],
  'shared/interchange': ['base', 'calendar', 'catalog', 'ledger', 'scenario'],
  'shared/rpc': layers.map((layer) => layer.slice('shared/'.length)),
};
const transports = ['main/electron', 'main/web', 'main/cli'];

function mayImport(from: string, to: string): boolean {
  const inShared = allowed[from]?.map((layer) => `shared/${layer}`);
  if (inShared) return inShared.includes(to);
  if (from.startsWith('main/')) {
    if (to.startsWith('shared/')) return true;
    return mainLayers.includes(to) && !transports.includes(to) && mainLayers.indexOf(to) < mainLayers.indexOf(from);
  }
  if (to.startsWith('shared/')) return ['base', 'calendar', 'rpc', 'scenario'].includes(to.slice('shared/'.length));
  if (to.startsWith('main/') || to === 'renderer/entry') return false;
  if (from === 'renderer/entry') return true;
  if (from.startsWith('renderer/contrib/')) return !to.startsWith('renderer/contrib/');
  if (from === 'renderer/workbench') return ['renderer/base', 'renderer/platform'].includes(to);
  return from !== 'renderer/base' && to === 'renderer/base';
}

const fileFor = (from: string, to: string) => `${from}/uses${to.replaceAll(/\W/g, '')}.ts`;
const pairs = everyLayer.flatMap((from) => everyLayer.filter((to) => to !== from).map((to) => ({ from, to })));
const targets = everyLayer.map((layer) => [`${layer}/target.ts`, 'export interface Target {}\n'] as const);

function planted(): Record<string, string> {
  const uses = pairs.map(({ from, to }) => {
    const up = '../'.repeat(from.split('/').length);
    return [fileFor(from, to), `import type { Target } from '${up}${to}/target.ts';\nexport type Use = Target;\n`];
  });
  return Object.fromEntries([...targets, ...uses]) as Record<string, string>;
}

describe('Layers', () => {
  let broken: ReadonlyMap<string, ReadonlySet<string>>;
  beforeAll(() => {
    broken = inPlantedTree(planted(), lint);
  });

  it.each(everyLayer)('%s imports only the layers below it, even for types', (from) => {
    const refused = pairs.filter((pair) => pair.from === from && broken.get(fileFor(from, pair.to))?.has(boundary));
    const forbidden = pairs.filter((pair) => pair.from === from && !mayImport(from, pair.to));
    expect(refused.map(({ to }) => to)).toEqual(forbidden.map(({ to }) => to));
  });
});

const boundary = 'boundaries(dependencies)';
