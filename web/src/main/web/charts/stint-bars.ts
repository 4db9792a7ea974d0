import { svg, nothing, type SVGTemplateResult } from 'lit';
import { lapTime } from '../model/format.js';
import { compoundLetter, type PitStop, type Stint } from '../model/stints.js';

export const BAR_HEIGHT = 17;
const ROW_HEIGHT = 25;
/** About how wide a character is. */
const CHARACTER = 6.6;

/** Where stints lie in a row. */
export interface StintScale {
  /** Pixels from the left, of a moment or of a lap's end. */
  x(value: number): number;
  /** What a stint reaches from and to. */
  ends(stint: Stint): readonly [number, number];
}

/** A pattern a compound, so that bars are told apart without colour too; each is drawn over the compound's colour. */
export const PATTERNS: SVGTemplateResult = svg`<defs>
  <pattern id="soft" width="6" height="6" patternUnits="userSpaceOnUse">
    <path d="M-1 1 1 -1M0 6 6 0M5 7 7 5" class="ink" />
  </pattern>
  <pattern id="medium" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.1" class="dot" /></pattern>
  <pattern id="hard" width="6" height="6" patternUnits="userSpaceOnUse"></pattern>
  <pattern id="intermediate" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 3H6" class="ink" /></pattern>
  <pattern id="wet" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M3 0V6" class="ink" /></pattern>
</defs>`;

/** The bar of a stint, with as much text as it has room for. */
export function stintBar(stint: Stint, scale: StintScale, lit: boolean): SVGTemplateResult {
  const [from, to] = scale.ends(stint);
  const left = scale.x(from);
  const width = Math.max(2, scale.x(to) - left - 1);
  const top = (ROW_HEIGHT - BAR_HEIGHT) / 2;
  const kind = stint.compound ?? 'unknown';
  return svg`<g class="stint ${kind} ${lit ? 'lit' : ''}" data-stint=${stint.number} data-compound=${kind} data-testid="stint">
    <rect x=${left} y=${top} width=${width} height=${BAR_HEIGHT} rx="2" class="bar" />
    ${stint.compound === null
      ? nothing
      : svg`<rect x=${left} y=${top} width=${width} height=${BAR_HEIGHT} rx="2" fill="url(#${stint.compound})" />`}
    ${text(textFor(stint, width), left, width)}
  </g>`;
}

function text(shown: string, left: number, width: number) {
  if (shown === '') {
    return nothing;
  }
  const room = Math.min(width - 4, shown.length * CHARACTER + 6);
  const top = (ROW_HEIGHT - BAR_HEIGHT) / 2 + 2;
  return svg`<rect x=${left + 2} y=${top} width=${room} height=${BAR_HEIGHT - 4} rx="1" class="plate" />
    <text x=${left + 5} y=${ROW_HEIGHT / 2 + 4}>${shown}</text>`;
}

function textFor(stint: Stint, width: number): string {
  const letter = stint.compound === null ? '' : compoundLetter(stint.compound);
  const laps = `${letter} ${stint.completed}`.trim();
  const pace = stint.pace_s === null ? laps : `${laps} · ${lapTime(stint.pace_s)}`;
  return [pace, laps, letter].find((each) => each.length * CHARACTER + 10 <= width) ?? '';
}

/** A mark at the end of a stint, and before it the time of the stop where there is room. */
export function stopMark(stint: Stint, stop: PitStop, scale: StintScale): SVGTemplateResult {
  const [from, to] = scale.ends(stint);
  const at = scale.x(to);
  const width = at - scale.x(from);
  const shown = shortStop(stop);
  const room = shown.length * CHARACTER + 8;
  const used = textFor(stint, width - 1).length * CHARACTER + 12;
  return svg`<g data-testid="pit-stop">
    ${shown !== '' && used + room < width ? text(shown, at - room - 3, room + 3) : nothing}
    <path class="stop ${stop.over ? '' : 'open'}" d="M${at - 1} 1v${ROW_HEIGHT - 2}" />
  </g>`;
}

function shortStop({ lane_s, lost_s, over }: PitStop): string {
  if (lane_s !== null) {
    return `${lane_s.toFixed(1)} s`;
  }
  return lost_s !== null ? `lost ${lost_s.toFixed(0)} s` : over ? '' : 'in pits';
}

/** Seconds that a stop took, and what that is made of. */
export function stopText(stop: PitStop): string {
  if (stop.lane_s !== null) {
    return `${stop.lane_s.toFixed(1)} s in the lane (±${stop.spread_s.toFixed(1)} s, channel in pit lane)`;
  }
  if (stop.lost_s !== null) {
    return `${stop.lost_s.toFixed(1)} s lost (in lap and out lap against two pure laps)`;
  }
  return stop.over ? 'time in the lane not known' : 'in the pits since';
}

/** A way through the lane of which the car says that it did not stop. */
export const throughText = ({ lane_s, spread_s }: PitStop): string =>
  lane_s === null ? 'without a stop' : `${lane_s.toFixed(1)} s (±${spread_s.toFixed(1)} s) without a stop`;
