/** Names numbered from 0 in the order in which they first come. */
export class NumberedNames {
  /** By their numbers. */
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a name, a new one where it was not seen before. */
  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }
}
