import type { Host } from '../../main/host/host.ts';
import type { HostEvent } from '../../main/host/events.ts';

/** A host that answers with what it was asked, for tests of a transport alone. `tell` sends an event to whoever listens. */
export function echoHost(): Host & { tell(event: HostEvent): void; readonly asked: string[] } {
  const listeners = new Set<(event: HostEvent) => void>();
  const asked: string[] = [];
  return {
    asked,
    call: async (name, params) => ({ ok: true, value: { name, params } }),
    callText: async (text) => {
      asked.push(text);
      return `{"ok":true,"value":${text.length}}`;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (event) => listeners.forEach((listener) => listener(event)),
    failed: String,
    askPages: async () => undefined,
    close: async () => undefined,
  };
}
