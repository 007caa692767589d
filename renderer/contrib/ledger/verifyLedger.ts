import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VerifyView } from '../../../shared/rpc/views.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { ledgerInFront } from './ledgerInFront.ts';

/** What is known of the chains of the ledgers that were opened, by path. */
export type Verifications = Readonly<Record<string, VerifyView | 'verifying'>>;

const storeOf = new WeakMap<Workbench, StoreApi<Verifications>>();

export function verifications(workbench: Workbench): StoreApi<Verifications> {
  const known = storeOf.get(workbench) ?? createStore<Verifications>(() => ({}));
  storeOf.set(workbench, known);
  return known;
}

/** Verifies the hash chain of a ledger on disk. */
export async function verifyLedger(workbench: Workbench, args?: unknown): Promise<void> {
  const path = ledgerInFront(workbench, args);
  if (path !== null) await verify(workbench, path, null);
}

/** The same against a head digest that the user kept elsewhere. */
export async function verifyAgainst(workbench: Workbench, args?: unknown): Promise<void> {
  const path = ledgerInFront(workbench, args);
  if (path === null) return;
  const head = await workbench.dialogs.input({
    title: 'Verify against a saved head',
    label: 'Head digest kept from earlier',
    text: 'A digest that was kept elsewhere also tells whether rows were cut off or the whole chain was made anew.',
    accept: 'Verify',
    validate: (value) => (/^[0-9a-f]{64}$/.test(value.trim()) ? null : 'A head is 64 digits 0–9 and a–f.'),
  });
  if (head !== null) await verify(workbench, path, head.trim());
}

/** What was found holds for files as they were: those that changed since are not verified. */
export function followLedgers(workbench: Workbench): void {
  workbench.on('workspace.changed', ({ paths }) => {
    for (const path of Object.keys(verifications(workbench).getState()))
      if (paths.some((changed) => changed === path || changed.startsWith(`${path}/`)))
        forgetVerification(workbench, path);
  });
}

export function forgetVerification(workbench: Workbench, path: string): void {
  const { [path]: _, ...others } = verifications(workbench).getState();
  verifications(workbench).setState(others, true);
}

async function verify(workbench: Workbench, path: string, head: string | null): Promise<void> {
  const store = verifications(workbench);
  if (store.getState()[path] === 'verifying') return;
  store.setState({ [path]: 'verifying' });
  try {
    store.setState({ [path]: await workbench.rpc('ledger.verify', { path, head }) });
  } catch (error) {
    forgetVerification(workbench, path);
    workbench.notifications.failed('Verifying the ledger', error);
  }
}
