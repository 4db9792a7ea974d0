/** Makes a thing anew only where something of what it is made from is another one. */
export class Once<T> {
  private made: { from: readonly unknown[]; thing: T } | null = null;

  get(from: readonly unknown[], make: () => T): T {
    if (this.made === null || from.length !== this.made.from.length || from.some((each, i) => each !== this.made?.from[i])) {
      this.made = { from, thing: make() };
    }
    return this.made.thing;
  }
}
