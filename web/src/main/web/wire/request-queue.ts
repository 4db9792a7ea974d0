/** How many reads are under way at once. */
const MOST_AT_ONCE = 3;
/** So many more where what is asked for cannot wait. */
const MORE_WHERE_URGENT = 1;

/**
 * Lets the reads of the page wait for one another, in the order in which they were asked for: the platform serves others
 * too, and a browser has few connections. What is urgent goes first, and has a place that is kept for it.
 */
export class RequestQueue {
  private readonly waiting: Record<'urgent' | 'usual', (() => void)[]> = { urgent: [], usual: [] };
  private underWay = 0;

  /** @param signal one that is given up while it waits does not take a place */
  async run<T>(ask: () => Promise<T>, urgent = false, signal?: AbortSignal): Promise<T> {
    await this.turn(urgent, signal);
    try {
      return await ask();
    } finally {
      this.underWay--;
      this.next();
    }
  }

  private turn(urgent: boolean, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting[urgent ? 'urgent' : 'usual'];
      const givenUp = (): void => {
        queue.splice(queue.indexOf(begin), 1);
        reject(signal?.reason as Error);
      };
      const begin = (): void => {
        signal?.removeEventListener('abort', givenUp);
        this.underWay++;
        resolve();
      };
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      signal?.addEventListener('abort', givenUp, { once: true });
      queue.push(begin);
      this.next();
    });
  }

  private next(): void {
    const { urgent, usual } = this.waiting;
    while (this.underWay < MOST_AT_ONCE + MORE_WHERE_URGENT && urgent.length > 0) {
      urgent.shift()?.();
    }
    while (this.underWay < MOST_AT_ONCE && usual.length > 0) {
      usual.shift()?.();
    }
  }
}
