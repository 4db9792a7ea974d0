/** What the model needs of a browser: a clock that stands until it is moved, answers by path, sockets. */
export class BrowserDouble {
  readonly sockets: SocketDouble[] = [];
  readonly asked: string[] = [];
  /** The answer to each path that begins so, JSON, bytes or a response as it is; anything else is 404. */
  readonly answers = new Map<string, (path: string, signal: AbortSignal | null) => unknown>();

  private now = 0;
  private nextTimer = 1;
  private readonly timers = new Map<number, { at: number; every: number | null; run: () => void }>();

  /** Takes the place of the browser's globals. */
  install(): this {
    const set = (run: () => void, ms: number, every: number | null): number => {
      this.timers.set(this.nextTimer, { at: this.now + ms, every, run });
      return this.nextTimer++;
    };
    const clear = (timer: number): void => void this.timers.delete(timer);
    const { sockets } = this;
    Object.assign(globalThis, {
      window: {
        setTimeout: (run: () => void, ms: number) => set(run, ms, null),
        setInterval: (run: () => void, ms: number) => set(run, ms, ms),
        clearTimeout: clear,
        clearInterval: clear,
      },
      // Nothing is drawn.
      requestAnimationFrame: () => 1,
      cancelAnimationFrame: () => undefined,
      document: { baseURI: 'http://pit.wall/' },
      location: { host: 'pit.wall' },
      fetch: (path: string, { signal }: RequestInit) => this.answer(path, signal ?? null),
      WebSocket: class extends SocketDouble {
        constructor(url: URL) {
          super(url);
          sockets.push(this);
        }
      },
    });
    performance.now = () => this.now;
    AbortSignal.timeout = (ms) => {
      const late = new AbortController();
      set(() => late.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms, null);
      return late.signal;
    };
    return this;
  }

  /** The socket in use. */
  get socket(): SocketDouble {
    const newest = this.sockets.at(-1);
    if (!newest) {
      throw new Error('no socket was opened');
    }
    return newest;
  }

  /** Lets time pass, with all that falls due and what follows from it. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await settled();
    for (let due = this.due(end); due !== null; due = this.due(end)) {
      const timer = this.timers.get(due);
      if (timer) {
        this.now = timer.at;
        if (timer.every === null) {
          this.timers.delete(due);
        } else {
          timer.at += timer.every;
        }
        timer.run();
        await settled();
      }
    }
    this.now = end;
    await settled();
  }

  private due(end: number): number | null {
    const [first] = [...this.timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
    return first ? first[0] : null;
  }

  private answer(path: string, signal: AbortSignal | null): Promise<Response> {
    this.asked.push(path);
    const known = [...this.answers].filter(([start]) => path.startsWith(start)).sort(([a], [b]) => b.length - a.length)[0];
    const answer = known?.[1](path, signal);
    if (answer instanceof Uint8Array) {
      return Promise.resolve(new Response(new Uint8Array(answer)));
    }
    if (answer instanceof Response) {
      return Promise.resolve(answer);
    }
    return Promise.resolve(known ? Response.json(answer) : Response.json({}, { status: 404 }));
  }
}

/** An answer whose head came; its rest does not, and in the end is given up. */
export function endless(signal: AbortSignal | null): Response {
  return new Response(
    new ReadableStream({ start: (body) => signal?.addEventListener('abort', () => body.error(signal.reason as Error)) }),
  );
}

/** The platform is there, and cannot answer now. */
export function busy(retryAfter_s?: number): Response {
  const headers: Record<string, string> = retryAfter_s === undefined ? {} : { 'retry-after': String(retryAfter_s) };
  return Response.json({ title: 'Busy', detail: 'Too many requests.' }, { status: 503, headers });
}

/** A socket whose other end is the test. */
export class SocketDouble {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  readyState = 0;
  closed = false;
  readonly sent: unknown[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor(readonly url: URL) {}

  accept(): void {
    this.readyState = SocketDouble.OPEN;
    this.onopen?.();
  }

  say(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  lose(): void {
    this.readyState = 3;
    this.onclose?.();
  }

  /** The other end answers each ping, as the platform does. */
  send(text: string): void {
    const frame = JSON.parse(text) as { type: string };
    this.sent.push(frame);
    if (frame.type === 'ping') {
      this.say({ type: 'pong' });
    }
  }

  close(): void {
    this.closed = true;
  }
}

/** Whatever was promised by now has happened: a turn of the event loop comes after all microtasks. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
