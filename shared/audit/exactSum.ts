/** A sum of safe integers that stays exact beyond 2^53; empty cells, NaN, count as zero. */
export class ExactSum {
  private part = 0;
  private whole = 0n;

  add(amount: number): void {
    if (amount !== amount) return;
    const sum = this.part + amount;
    if (Math.abs(sum) <= Number.MAX_SAFE_INTEGER) {
      this.part = sum;
      return;
    }
    this.whole += BigInt(this.part);
    this.part = amount;
  }

  total(): bigint {
    return this.whole + BigInt(this.part);
  }
}
