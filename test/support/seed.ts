import { countTried } from './tried.ts';

/** The seed of a test that draws at random: `DRAWDOWN_SEED`, or another one each time. It is printed, so that a failure can be met again. */
export function drawSeed(of: string): number {
  const given = process.env['DRAWDOWN_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  console.log(`${of}: DRAWDOWN_SEED=${seed}`);
  countTried('seeds', seed);
  return seed;
}
