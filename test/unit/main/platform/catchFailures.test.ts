import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { catchFailures, type FailingProcess } from '../../../../main/platform/catchFailures.ts';

/** A process that is told what was thrown in it, and what it wrote on standard error. */
function processOfTest(write = (_text: string): void => undefined) {
  const written: string[] = [];
  const streams = { stdout: new EventEmitter(), stderr: new EventEmitter() };
  const note = (text: string) => {
    write(text);
    written.push(text);
    return true;
  };
  const emitter = Object.assign(new EventEmitter(), streams, {
    stderr: Object.assign(streams.stderr, { write: note }),
  });
  return { emitter, streams, written, process: emitter as unknown as FailingProcess };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is thrown outside of any call (F19, F51)', () => {
  it('is told, thrown or rejected, and the process goes on', async () => {
    const { emitter, process, written } = processOfTest();
    const told: unknown[] = [];
    catchFailures(process, (error) => void told.push(error));
    emitter.emit('uncaughtException', new Error('one\nof two lines'));
    emitter.emit('unhandledRejection', 'two');
    await settled();
    expect(told).toEqual([new Error('one\nof two lines'), 'two']);
    expect(written).toEqual(['drawdown: one\n', 'drawdown: two\n']);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no dialog');
      },
    ],
    ['fails later', () => Promise.reject(new Error('no dialog'))],
  ])('whose telling %s leaves one line on standard error, and nothing more is thrown', async (_, tell) => {
    const { emitter, process, written } = processOfTest();
    catchFailures(process, tell);
    emitter.emit('uncaughtException', new Error('one'));
    await settled();
    expect(written).toEqual(['drawdown: one\n', 'drawdown: no dialog\n']);
  });

  it('where even standard error fails, or is gone, is borne', async () => {
    const { emitter, streams, process } = processOfTest(() => {
      throw new Error('EPIPE');
    });
    catchFailures(process, () => {
      throw new Error('no dialog');
    });
    emitter.emit('uncaughtException', new Error('one'));
    streams.stderr.emit('error', new Error('EPIPE'));
    streams.stdout.emit('error', new Error('EPIPE'));
    await settled();
    expect(emitter.listenerCount('uncaughtException')).toBe(1);
  });
});
