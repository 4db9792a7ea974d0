import type { Entry, Lap, Sector, Session, Warning } from './words.js';

/** New samples of the subscribed channels since the frame before, min/max decimated by the server. */
export interface TraceChunk {
  x: number[];
  y: (number | null)[];
}

export interface CarSamples {
  values: Record<string, number | null>;
  /** When each value was measured. */
  times: Record<string, number>;
  trace?: Record<string, TraceChunk>;
}

export interface HelloFrame {
  type: 'hello';
  session: Session;
  entries: Entry[];
  laps: Record<string, Lap[]>;
  warnings: Record<string, Warning[]>;
  /** Absent before the first sample. */
  now_s: number | null;
}

export interface SamplesFrame {
  type: 'samples';
  at_s: number;
  cars: Record<string, CarSamples>;
}

/** What an event is about, unique within its car; a higher revision replaces what was said before. */
interface Stated {
  car: string;
  subject: string;
  revision: number;
}

/** What timing found. */
export type EventFrame = Stated &
  (
    | { type: 'lap'; lap: Lap }
    | { type: 'withdrawn' }
    | { type: 'sector'; sector: Sector }
    | { type: 'passing' }
    | { type: 'warning'; warning: Warning }
    | { type: 'track' }
  );

/** Server to client; the discriminator is `type`. */
export type LiveFrame =
  | HelloFrame
  | SamplesFrame
  | EventFrame
  | { type: 'entry'; entry: Entry }
  | { type: 'session'; session: Session }
  | { type: 'overflow'; reason: string }
  | { type: 'pong' };

/** Client to server. */
export type ClientFrame =
  | { type: 'subscribe'; cars: string[]; channels: string[] }
  | { type: 'ping' };

export function parseFrame(text: string): LiveFrame {
  return JSON.parse(text) as LiveFrame;
}
