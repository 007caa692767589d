import { createClockWatch } from '../platform/clockWatch.ts';
import { createAuditJobs } from './audit/auditJobs.ts';
import { auditService } from './auditService.ts';
import { billService } from './billService.ts';
import { fitService } from './forecast/fitService.ts';
import { forecastService } from './forecast/forecastService.ts';
import { compareService } from './compareService.ts';
import { decodeCall } from './decodeCall.ts';
import { dispatch, type Outcome } from './dispatch.ts';
import { documentService } from './documentService.ts';
import { createEvents, type Events } from './events.ts';
import { fileService } from './fileService.ts';
import type { Handlers } from './handlers.ts';
import type { Host } from './host.ts';
import type { HostPorts } from './hostPorts.ts';
import { importService } from './importService.ts';
import { ledgerService } from './ledgerService.ts';
import { createOpenFolder } from './openFolder.ts';
import { createOutput, type Output } from './output.ts';
import { quoteService } from './quote/quoteService.ts';
import { createScenarioThreads } from './threads/scenarioThreads.ts';
import { createRuns } from './runs.ts';
import { createOpenedFiles } from './rows/openedFiles.ts';
import { rowService } from './rows/rowService.ts';
import { sampleService } from './sampleService.ts';
import { searchService } from './search/searchService.ts';
import { settingsService, userFilesOf } from './settingsService.ts';
import { unsavedService } from './unsavedService.ts';
import { createUsageFiles } from './usageFiles.ts';
import { createUploads } from './uploads.ts';
import { uploadService } from './uploadService.ts';
import { versionService } from './versionService.ts';
import { workspaceService } from './workspaceService.ts';

/** Makes a host with no workspace open. */
export function createHost(ports: HostPorts): Host {
  const events = createEvents();
  const output = createOutput(ports.clock, events);
  const open = createOpenFolder(ports, events);
  const uploads = createUploads(ports);
  const runs = createRuns(ports.randomId);
  const threads = createScenarioThreads(ports.steady);
  const files = createUsageFiles(threads);
  const bills = billService({ open, files, runs, events });
  const userFiles = userFilesOf({ ports, open, events });
  const comparisons = compareService({ open, files });
  const forecasts = forecastService({ ports, open, files, events });
  const unsaved = unsavedService({ ports, open, events });
  const ledgers = ledgerService({ open, files, events, output });
  const search = searchService({ open });
  const audits = createAuditJobs(ports.randomId);
  const handlers: Handlers = {
    ...workspaceService({ ports, open, output }),
    ...documentService({ ports, open, userFiles }),
    ...bills.handlers,
    ...auditService({ ports, open, uploads, events, output, jobs: audits, threads }),
    ...forecasts.handlers,
    ...search.handlers,
    ...quoteService({ ports, open, files, threads, sampled: forecasts.sampled }),
    ...comparisons.handlers,
    ...fitService({ open, files }),
    ...ledgers.handlers,
    ...rowService({ ports, events, runs, ledgerAt: ledgers.at, fileAt: createOpenedFiles(open), audits }),
    ...uploadService(uploads),
    ...fileService({ open, uploads, output, ports }),
    ...versionService({ open, output }),
    ...importService({ open, uploads, output }),
    ...settingsService({ ports, open, events, userFiles }),
    ...sampleService({ ports, open, output }),
    ...unsaved.handlers,
  };
  const lookAtClock = clockTeller(ports, events);
  const tellBug = bugTeller(ports, output);
  const running = new Set<Promise<unknown>>();
  let closed = false;
  const call = async (name: unknown, params: unknown): Promise<Outcome> => {
    if (closed) return { ok: false, error: { code: 'closed', message: 'The host has stopped.' } };
    lookAtClock();
    const outcome = dispatch(handlers, { name, params }, tellBug);
    running.add(outcome);
    return outcome.finally(() => running.delete(outcome));
  };
  return {
    call,
    async callText(text) {
      const decoded = decodeCall(text);
      return JSON.stringify(decoded.ok ? await call(decoded.value.name, decoded.value.params) : decoded);
    },
    onEvent: (listener) => events.listen(listener),
    askPages: (pages) => unsaved.askPages(pages),
    failed: (error) => tellFailure(ports, events, error),
    async close() {
      closed = true;
      bills.cancelAll();
      comparisons.cancelAll();
      await threads.close();
      await forecasts.close();
      await search.close();
      await Promise.all(running);
      await uploads.close();
      await open.close();
    },
  };
}

function bugTeller(ports: HostPorts, output: Output): (error: unknown, method: string) => void {
  return (error, method) => {
    ports.log.note('bug', { method, error: String(error) });
    output.say(`Bug in ${method}: ${String(error)}`);
  };
}

/** Tells where the clock of the machine was set since it was last asked. */
function clockTeller(ports: HostPorts, events: Events): () => void {
  const moved = createClockWatch(ports);
  return () => {
    const movedMs = moved();
    if (movedMs === null) return;
    ports.log.note('clock-moved', { movedMs });
    events.emit({ event: 'clock.moved', payload: { movedMs } });
  };
}

function tellFailure(ports: HostPorts, events: Events, error: unknown): string {
  const details = (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 10_000);
  ports.log.note('bug', { method: null, error: String(error) });
  events.emit({ event: 'host.failed', payload: { details } });
  return details;
}
