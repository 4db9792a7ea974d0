import type { CarSamples } from '../wire/live-frames.js';
import type { RaceControlMessage, RaceFlag, SectorFlag } from '../wire/words.js';

/** The circuit itself, among the cars of the live socket. */
export const TRACKSIDE = 'trackside';
const MOST_SECTORS = 24;
/** By their codes (docs/trackside.md). */
const FLAGS: readonly RaceFlag[] = ['none', 'green', 'yellow', 'safety_car', 'red', 'chequered'];
const SECTOR_FLAGS: readonly SectorFlag[] = ['clear', 'yellow', 'double_yellow', 'slippery'];
/** As the platform says it. */
const FLAG_TEXTS: Record<RaceFlag, string> = {
  none: 'No flag',
  green: 'Green flag',
  yellow: 'Yellow flag',
  safety_car: 'Safety car',
  red: 'Red flag',
  chequered: 'Chequered flag',
};
const SECTOR_TEXTS: Record<SectorFlag, (sector: number) => string> = {
  clear: (sector) => `Marshal sector ${sector} is clear`,
  yellow: (sector) => `Yellow in marshal sector ${sector}`,
  double_yellow: (sector) => `Double yellow in marshal sector ${sector}`,
  slippery: (sector) => `Slippery surface in marshal sector ${sector}`,
};

const OTHERS = { car: null, incident: null, distance_m: null, weather: null };

/** The flags as the circuit sends them live: a change of them is known seconds before the platform has stored it. */
export class TracksideFlags {
  /** As the circuit says it live; 0 while it does not. */
  marshalSectors = 0;
  /** The newest moment that was heard of. */
  newest_s = -Infinity;
  private readonly shown = new Map<string, { code: number; at_s: number }>();

  /** @returns what changed */
  hear({ values, times }: CarSamples): RaceControlMessage[] {
    const sectors = values['marshal_sectors'];
    this.marshalSectors = typeof sectors === 'number' ? sectors : this.marshalSectors;
    const messages: RaceControlMessage[] = [];
    for (let sector = 0; sector <= MOST_SECTORS; sector++) {
      const channel = sector === 0 ? 'flag' : `flag_sector_${sector}`;
      const code = values[channel];
      const at_s = times[channel];
      if (typeof code === 'number' && at_s !== undefined && this.isNews(channel, code, at_s)) {
        messages.push(...(sector === 0 ? flagMessage(code, at_s) : sectorMessage(code, at_s, sector)));
      }
    }
    return messages;
  }

  clear(): void {
    this.shown.clear();
    this.marshalSectors = 0;
    this.newest_s = -Infinity;
  }

  private isNews(channel: string, code: number, at_s: number): boolean {
    const before = this.shown.get(channel);
    if (before && at_s <= before.at_s) {
      return false;
    }
    this.shown.set(channel, { code, at_s });
    this.newest_s = Math.max(this.newest_s, at_s);
    return code !== before?.code;
  }
}

function flagMessage(code: number, at_s: number): RaceControlMessage[] {
  const flag = FLAGS[code];
  return flag === undefined ? [] : [{ ...OTHERS, at_s, kind: 'flag', flag, sector: null, text: FLAG_TEXTS[flag] }];
}

function sectorMessage(code: number, at_s: number, sector: number): RaceControlMessage[] {
  const flag = SECTOR_FLAGS[code];
  return flag === undefined ? [] : [{ ...OTHERS, at_s, kind: 'sector_flag', flag, sector, text: SECTOR_TEXTS[flag](sector) }];
}
