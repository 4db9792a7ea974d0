import { palette } from '../design/palette.js';
import { nameOf } from '../model/format.js';
import { Painter } from './painter.js';

/** What a picture is of; what does not apply is null. */
export interface PictureFacts {
  /** What the panel shows. */
  title: string;
  /** A word for the panel in the name of the file. */
  panel: string;
  session: string;
  /** As people know it. */
  sessionTitle: string;
  car: string | null;
  lap: number | null;
  /** Where the cursor stands, in words. */
  cursor: string | null;
}

const PADDING = 12;
const HEAD = 44;
const TITLE_AT = 17;
const FACTS_AT = 34;
/** No browser draws a canvas that is wider or higher. */
const MOST_PIXELS = 16_000;

/** `race-7-lap12-traces.png` */
export function fileName({ session, car, lap, panel }: PictureFacts): string {
  const parts = [session, car, lap === null ? null : `lap${lap}`, panel];
  return `${parts.map((part) => nameOf(part ?? '')).filter((part) => part !== '').join('-')}.png`;
}

export function factsLine({ sessionTitle, car, lap, cursor }: PictureFacts): string {
  const facts = [sessionTitle, car === null ? null : `car ${car}`, lap === null ? null : `lap ${lap}`, cursor];
  return facts.filter((fact) => fact).join(' · ');
}

/** Saves what the elements show, beneath a head that says what it is. */
export async function savePng(parts: readonly Element[], facts: PictureFacts): Promise<void> {
  const picture = composed(parts, facts);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (blob === null) {
    throw new Error('the browser could not make the picture; make the panel smaller');
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName(facts);
  link.click();
  // The download has its own hold on it by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function composed(parts: readonly Element[], facts: PictureFacts): HTMLCanvasElement {
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left + 2 * PADDING;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top + HEAD + PADDING;
  const canvas = document.createElement('canvas');
  const scale = Math.min(Math.max(1, devicePixelRatio), MOST_PIXELS / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const ctx = canvas.getContext('2d');
  if (!ctx || boxes.length === 0) {
    throw new Error('there is nothing to draw; open the panel first');
  }
  ctx.scale(scale, scale);
  ctx.fillStyle = palette().panel;
  ctx.fillRect(0, 0, width, height);
  drawHead(ctx, facts, width - 2 * PADDING);
  const painter = new Painter(ctx, { left: left - PADDING, top: top - HEAD });
  parts.forEach((part) => painter.paint(part));
  return canvas;
}

function drawHead(ctx: CanvasRenderingContext2D, facts: PictureFacts, width: number): void {
  const colours = palette();
  ctx.textBaseline = 'middle';
  ctx.font = `600 ${colours.font.replace(/^\S+/, '14px')}`;
  ctx.fillStyle = colours.text;
  ctx.fillText(facts.title, PADDING, TITLE_AT, width);
  ctx.font = colours.font;
  ctx.fillStyle = colours.textSecond;
  ctx.fillText(factsLine(facts), PADDING, FACTS_AT, width);
}
