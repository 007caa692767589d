import type { Ports } from '../platform/ports.ts';

/** All that a host takes from outside: the machine, and what differs between its shells. */
export interface HostPorts extends Ports {
  /** Asks the user for a folder; null where the platform has no dialog. */
  readonly pickFolder: (() => Promise<string | null>) | null;
}
