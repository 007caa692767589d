/** A law on a grid: `mass[k]` is the chance of `first + k × step`. */
export interface GridLaw {
  readonly first: number;
  readonly step: number;
  readonly mass: Float64Array;
}

/** The law of the sum of two independent numbers on one grid. */
export function sumLaw(a: GridLaw, b: GridLaw): GridLaw {
  const mass = new Float64Array(a.mass.length + b.mass.length - 1);
  const [long, short] = a.mass.length > b.mass.length ? [a.mass, b.mass] : [b.mass, a.mass];
  for (const [shift, chance] of short.entries()) {
    if (chance === 0) continue;
    for (let place = 0; place < long.length; place++) mass[place + shift]! += chance * long[place]!;
  }
  return trimmed({ first: a.first + b.first, step: a.step, mass });
}

/** The law of the sum of `count` independent numbers of one law. */
export function timesLaw(law: GridLaw, count: number): GridLaw {
  if (count === 1) return law;
  const half = timesLaw(law, Math.floor(count / 2));
  const twice = sumLaw(half, half);
  return count % 2 === 0 ? twice : sumLaw(twice, law);
}

/** The law of what exceeds a bound on the grid: max(0, x − bound). */
export function excessLaw({ first, step, mass }: GridLaw, bound: number): GridLaw {
  const zero = Math.round((bound - first) / step);
  if (zero <= 0) return { first: first - bound, step, mass };
  const over = mass.slice(zero);
  over[0] = mass.slice(0, zero + 1).reduce((sum, chance) => sum + chance, 0);
  return { first: 0, step, mass: over };
}

/** The least value that the given share of a law does not exceed, straight between the points of the grid. */
export function lawQuantile({ first, step, mass }: GridLaw, share: number): number {
  let below = 0;
  for (const [place, chance] of mass.entries()) {
    if (below + chance >= share) return first + (place - 0.5 + (share - below) / chance) * step;
    below += chance;
  }
  return first + mass.length * step;
}

/**
 * A lognormal number with a mean and coefficient of variation on a grid: the chance of each cell stands at its middle. The
 * density is summed by Simpson's rule, in the machine's own arithmetic.
 */
export function lognormalLaw({ mean, cv, step }: { mean: number; cv: number; step: number }): GridLaw {
  const variance = Math.log(1 + cv * cv);
  const sigma = Math.sqrt(variance);
  const density = (x: number): number => {
    if (x <= 0) return 0;
    const z = (Math.log(x / mean) + variance / 2) / sigma;
    return Math.exp((-z * z) / 2) / (x * sigma * Math.sqrt(2 * Math.PI));
  };
  const cells = Math.ceil((mean * Math.exp(8 * sigma)) / step);
  const mass = Float64Array.from({ length: cells }, (_, cell) => {
    const [from, parts] = [(cell - 0.5) * step, 20];
    let sum = density(from) + density(from + step);
    for (let part = 1; part < parts; part++) sum += density(from + (part * step) / parts) * (part % 2 === 1 ? 4 : 2);
    return (sum * step) / parts / 3;
  });
  return trimmed({ first: 0, step, mass });
}

/** Without the ends that nothing comes from. */
function trimmed({ first, step, mass }: GridLaw): GridLaw {
  const least = 1e-16;
  let from = 0;
  let until = mass.length;
  while (from < until - 1 && mass[from]! < least) from += 1;
  while (until > from + 1 && mass[until - 1]! < least) until -= 1;
  return { first: first + from * step, step, mass: mass.slice(from, until) };
}
