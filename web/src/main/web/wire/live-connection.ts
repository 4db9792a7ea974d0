import { backOffMs } from './back-off.js';
import { BinarySamples } from './binary-samples.js';
import { parseFrame, type ClientFrame, type LiveFrame } from './live-frames.js';

/** How the page hears of the session right now. */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'live' }
  | { kind: 'stale'; since: number }
  | { kind: 'reconnecting'; attempt: number; retryAt: number }
  | { kind: 'closed' };

/** Samples come up to 60 times a second; after this long without one the screen shows the past. */
const STALE_AFTER_MS = 3_000;
/** Without a sign of life for this long the socket is dead, whatever the browser believes; one that is not open yet too. */
const DEAD_AFTER_MS = 10_000;
const WATCH_EVERY_MS = 1_000;
/** A socket that breaks again before that is no better than one that never opened. */
const CALM_AFTER_MS = 10_000;

/**
 * The one live socket of a session: reconnects with growing pauses, repeats the subscription after
 * each reconnect, and notices silence that TCP would hide.
 */
export class LiveConnection {
  private socket: WebSocket | null = null;
  private attempt = 0;
  private heardAt = 0;
  private sampledAt = 0;
  private greetedAt = Infinity;
  private subscription: ClientFrame | null = null;
  private watch = 0;
  private retry = 0;
  private state: ConnectionState = { kind: 'closed' };

  constructor(
    private readonly session: string,
    private readonly onFrame: (frame: LiveFrame) => void,
    private readonly onState: (state: ConnectionState) => void,
  ) {}

  open(): void {
    this.enter({ kind: 'connecting' });
    this.dial();
    this.watch = window.setInterval(() => this.lookForSilence(), WATCH_EVERY_MS);
  }

  close(): void {
    window.clearInterval(this.watch);
    window.clearTimeout(this.retry);
    this.hangUp();
    this.enter({ kind: 'closed' });
  }

  /** Replaces the set of traced channels, now and after every reconnect. */
  subscribe(cars: string[], channels: string[]): void {
    this.subscription = { type: 'subscribe', cars, channels };
    this.send(this.subscription);
  }

  private dial(): void {
    const url = new URL(`api/v1/live?session=${encodeURIComponent(this.session)}&samples=binary`, document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.hash = '';
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    const samples = new BinarySamples();
    this.socket = socket;
    this.heardAt = this.sampledAt = performance.now();
    this.greetedAt = Infinity;
    socket.onopen = () => {
      if (this.subscription) {
        this.send(this.subscription);
      }
    };
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      const frame = typeof data === 'string' ? parseFrame(data) : samples.read(data);
      if (frame.type === 'hello') {
        samples.restart();
      }
      this.receive(frame);
    };
    socket.onclose = () => this.redial();
  }

  private receive(frame: LiveFrame): void {
    this.heardAt = performance.now();
    if (frame.type === 'overflow') {
      // Event frames were lost on the way: only a new hello makes the screen right again.
      this.redial();
      return;
    }
    if (frame.type === 'hello') {
      this.greetedAt = Math.min(this.greetedAt, this.heardAt);
    }
    if (this.heardAt - this.greetedAt >= CALM_AFTER_MS) {
      this.attempt = 0;
    }
    if (frame.type === 'samples' || frame.type === 'hello') {
      this.sampledAt = this.heardAt;
      this.enter({ kind: 'live' });
    }
    this.onFrame(frame);
  }

  private redial(): void {
    this.hangUp();
    const pause = backOffMs(this.attempt, Math.random());
    this.attempt += 1;
    this.enter({ kind: 'reconnecting', attempt: this.attempt, retryAt: Date.now() + pause });
    this.retry = window.setTimeout(() => this.dial(), pause);
  }

  private hangUp(): void {
    if (!this.socket) {
      return;
    }
    this.socket.onclose = this.socket.onmessage = this.socket.onopen = null;
    this.socket.close();
    this.socket = null;
  }

  private lookForSilence(): void {
    const state = this.socket?.readyState;
    if (state !== WebSocket.OPEN && state !== WebSocket.CONNECTING) {
      return;
    }
    const now = performance.now();
    if (now - this.heardAt > DEAD_AFTER_MS) {
      this.redial();
      return;
    }
    if (state === WebSocket.CONNECTING) {
      return;
    }
    this.send({ type: 'ping' });
    if (this.state.kind === 'live' && now - this.sampledAt > STALE_AFTER_MS) {
      this.enter({ kind: 'stale', since: Date.now() - (now - this.sampledAt) });
    }
  }

  private send(frame: ClientFrame): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(frame));
    }
  }

  private enter(next: ConnectionState): void {
    if (next.kind === 'live' && this.state.kind === 'live') {
      return;
    }
    this.state = next;
    this.onState(next);
  }
}
