import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followLedgers, verifications, verifyLedger } from '../../../../../renderer/contrib/ledger/verifyLedger.ts';
import type { Workbench } from '../../../../../renderer/platform/workbench.ts';

const path = 'acme.ledger';
const intact = { status: 'intact', rows: 3, head: 'ab', row: null, message: 'All 3 rows hold.' };

describe('a ledger in front', () => {
  let changed: (event: { readonly paths: readonly string[] }) => void;
  let rpc: ReturnType<typeof vi.fn>;
  let workbench: Workbench;
  const failed = vi.fn();
  beforeEach(() => {
    rpc = vi.fn(() => Promise.resolve(intact));
    workbench = {
      rpc,
      notifications: { failed },
      editors: { active: () => `ledger:${path}` },
      on: (_event: string, listener: typeof changed) => (changed = listener),
    } as unknown as Workbench;
    followLedgers(workbench);
  });

  it('is verified once at a time, and stays so in front or not', async () => {
    const first = verifyLedger(workbench);
    expect(verifications(workbench).getState()[path]).toBe('verifying');
    await Promise.all([first, verifyLedger(workbench)]);
    expect(rpc).toHaveBeenCalledTimes(1);
    expect(verifications(workbench).getState()).toEqual({ [path]: intact });
  });

  it('is not verified any more once one of its files has changed', async () => {
    await verifyLedger(workbench);
    changed({ paths: ['acme.ledger.csv', 'other'] });
    expect(verifications(workbench).getState()[path]).toEqual(intact);
    changed({ paths: ['acme.ledger/rows.ndjson'] });
    expect(verifications(workbench).getState()).toEqual({});
  });

  it('that could not be verified is told of, and is not said to be intact', async () => {
    rpc.mockRejectedValueOnce(new Error('gone'));
    await verifyLedger(workbench);
    expect(failed).toHaveBeenCalledWith('Verifying the ledger', expect.any(Error));
    expect(verifications(workbench).getState()).toEqual({});
  });
});
