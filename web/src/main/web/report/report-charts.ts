import { html, type TemplateResult } from 'lit';
import { evolutionPicture, type CarOfPicture } from '../charts/evolution-picture.js';
import { gapPicture } from '../charts/gap-picture.js';
import type { LapPicture } from '../charts/lap-picture.js';
import { lapSvg, type Sheet } from '../charts/lap-svg.js';
import { PAPER_LINES } from '../design/paper.js';
import { axisLapTime, axisSigned } from '../model/format.js';
import { lapsAtMoment } from '../model/road-gaps.js';
import type { Report } from '../model/report.js';

/** More lines than this nobody tells apart on paper. */
export const MOST_LINES = 6;
const WIDTH = 700;
const HEIGHT = 260;

/** Lap times of the first cars. */
export function evolutionChart(report: Report): TemplateResult | null {
  const shown = report.cars.slice(0, MOST_LINES);
  const cars = shown.map((car, i): CarOfPicture => {
    const stints = report.stints.get(car) ?? { stints: [], impure: new Map() };
    return { car, colour: colourOf(i), strong: i === 0, stints, passings: report.passings.get(car) ?? [] };
  });
  const picture = evolutionPicture(cars, { by: 'lap', pureOnly: false, flags: report.flags });
  const caption = `Lap times of ${namesOf(report, shown)}. Filled: a lap that tells the pace; hollow: one that does not; triangle: beyond the picture; a stroke across: a time that is not known well; letters: new tyres; grey: flags (Y yellow, SC safety car, R red).`;
  return picture && figure('report-evolution', picture, caption, { yLabel: axisLapTime, yTitle: 'lap time', reversed: false });
}

/** Gaps to the leader at the line. */
export function gapChart(report: Report): TemplateResult | null {
  const shown = new Set(report.cars.slice(0, MOST_LINES));
  const colours = new Map([...shown].map((car, i) => [car, colourOf(i)]));
  const gaps = new Map([...report.gaps].filter(([car]) => shown.has(car)));
  const picture = gapPicture(gaps, [...shown], { by: 'lap', car: null, colours, other: '' });
  if (!picture) {
    return null;
  }
  const leader = report.passings.get(report.cars[0] ?? '') ?? [];
  const across = (at_s: number): number => lapsAtMoment(leader, at_s);
  const lines = [...shown].flatMap((car) => picture.lines.filter((line) => line.car === car));
  const bands = report.flags.map(({ flag, from_s, to_s }) => ({ flag, from: across(from_s), to: across(to_s) }));
  const caption = `Seconds behind the leader at the line, of ${namesOf(report, [...shown])}; a line ends where the car leaves the picture.`;
  return figure('report-gaps', { ...picture, lines, bands }, caption, {
    yLabel: axisSigned,
    yTitle: 'seconds behind',
    reversed: true,
  });
}

function figure(name: string, picture: LapPicture, caption: string, axis: Pick<Sheet, 'yLabel' | 'yTitle' | 'reversed'>): TemplateResult {
  const sheet: Sheet = {
    width: WIDTH,
    height: HEIGHT,
    xLabel: String,
    xTitle: 'lap',
    labelWidth: Math.max(...picture.lines.map(({ label }) => label.length)) * 5.6 + 10,
    ...axis,
  };
  return html`<figure data-testid=${name}>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${caption}>${lapSvg(picture, sheet)}</svg>
    <figcaption>${caption}</figcaption>
  </figure>`;
}

const namesOf = ({ cars }: Report, shown: readonly string[]): string =>
  shown.length < cars.length ? `the first ${shown.length} of ${cars.length} cars` : shown.length === 1 ? 'the car' : 'all cars';

const colourOf = (index: number): string => PAPER_LINES[index % PAPER_LINES.length] ?? '#000000';
