import { describe, expect, it } from 'vitest';
import { createForecastJobs } from '../../../../../main/host/forecast/forecastJobs.ts';

describe('The jobs of forecasts and plans', () => {
  it('are given up by their name, and say why', () => {
    const jobs = createForecastJobs();
    const job = jobs.begin('fan');
    expect(job.givenUp()).toBeNull();
    expect(jobs.cancel('fan')).toBe(true);
    expect([job.signal.aborted, job.givenUp()]).toEqual([true, 'cancelled']);
    expect(jobs.cancel('fan')).toBe(false);
  });

  it('give way to a newer one of the same name, and to no other', () => {
    const jobs = createForecastJobs();
    const [first, other] = [jobs.begin('fan'), jobs.begin('plan')];
    const second = jobs.begin('fan');
    expect([first.givenUp(), other.givenUp(), second.givenUp()]).toEqual(['superseded', null, null]);
  });

  it('that were replaced do not end the newer one when they end', () => {
    const jobs = createForecastJobs();
    const first = jobs.begin('fan');
    const second = jobs.begin('fan');
    first.end();
    expect(jobs.cancel('fan')).toBe(true);
    expect(second.givenUp()).toBe('cancelled');
  });

  it('are all given up when the host stops, but for those that ended', () => {
    const jobs = createForecastJobs();
    const [done, running] = [jobs.begin('done'), jobs.begin('running')];
    done.end();
    jobs.cancelAll();
    expect([done.givenUp(), running.givenUp()]).toEqual([null, 'cancelled']);
  });
});
