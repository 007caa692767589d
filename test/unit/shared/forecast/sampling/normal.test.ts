import { describe, expect, it } from 'vitest';
import { exponential } from '../../../../../shared/forecast/sampling/exponential.ts';
import { logarithm, squareRoot } from '../../../../../shared/forecast/sampling/logarithm.ts';
import { normalBetween, normalQuantile, normalTail, tailedAt } from '../../../../../shared/forecast/sampling/normal.ts';

const close = (actual: number, expected: number, within = 4e-15): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThan(within);
const between = (low: number, high: number): number => normalBetween(tailedAt(low), tailedAt(high));

describe('portable functions', () => {
  it('give e^x to the last places, and nothing or everything far out', () => {
    close(exponential(1), 2.718281828459045);
    close(exponential(-1), 0.36787944117144233);
    close(exponential(100), 2.6881171418161356e43);
    close(exponential(-700), 9.85967654375977e-305);
    expect([exponential(0), exponential(-746), exponential(710)]).toEqual([1, 0, Infinity]);
  });

  it('give logarithms and roots', () => {
    close(logarithm(10), 2.302585092994046);
    close(logarithm(1.16), 0.14842000511827333);
    close(logarithm(1e-300), -690.7755278982137);
    expect(logarithm(1)).toBe(0);
    close(squareRoot(2), 1.4142135623730951);
    close(squareRoot(1e-12), 1e-6);
    expect([squareRoot(0), squareRoot(144)]).toEqual([0, 12]);
  });

  it('give the tails and quantiles of the normal law as tables print them', () => {
    close(normalTail(0), 0.5);
    close(normalTail(1), 0.158655253931457, 1e-13);
    close(normalTail(2), 0.0227501319481792, 1e-13);
    close(normalTail(3), 0.0013498980316301, 1e-13);
    close(normalTail(6), 9.865876450376981e-10);
    close(normalTail(-1), 0.8413447460685429);
    close(normalQuantile(0.975), 1.959963984540054);
    close(normalQuantile(0.95), 1.6448536269514722);
    close(normalQuantile(1e-10), -6.361340902404056);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });

  it('lose no precision between two numbers in a tail', () => {
    close(between(6, 6.1), 4.5624531874281e-10, 1e-10);
    close(between(-6.1, -6), between(6, 6.1), 1e-15);
    close(between(-Infinity, Infinity), 1);
    close(between(-1, 1), 0.6826894921370859);
  });

  it('agree where the series meets the continued fraction', () => {
    close(normalTail(2.5 - 1e-12), normalTail(2.5) + 1e-12 * 0.01752830049356854, 1e-13);
  });
});
