import type { PenaltyState, Phase, SectorFlagState, SessionState } from '../wire/decision-words.js';
import { lapTime, plain } from './format.js';

/** `under_investigation` as people read it. */
export const words = (name: string): string => name.replaceAll(/[_-]/g, ' ');

/** Words at the beginning of a line. */
export function headed(name: string): string {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What the platform says in the words of an error, as people write: what is so, and what to do about it. */
export const sentences = (...texts: string[]): string =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`)
    .join(' ');

const PHASES: Partial<Record<Phase, string>> = {
  open: 'Pit lane open',
  chequered: 'Chequered flag',
  provisional: 'Provisional result',
  official: 'Result official',
};

export const phaseText = (phase: Phase): string => PHASES[phase] ?? headed(phase);

const SHORT: Partial<Record<Phase, string>> = { open: 'Open', chequered: 'Chequered', provisional: 'Provisional', official: 'Official' };

/** Where there is little room. */
export const shortPhase = (phase: Phase): string => SHORT[phase] ?? headed(phase);

/** Which of the colours of flags a phase has; neutral where nobody drives. */
export function phaseColour(phase: Phase): 'green' | 'yellow' | 'red' | 'chequered' | 'neutral' {
  switch (phase) {
    case 'green':
    case 'red':
    case 'chequered':
      return phase;
    case 'yellow':
    case 'safety-car':
      return 'yellow';
    case 'unscheduled':
    case 'scheduled':
    case 'open':
    case 'provisional':
    case 'official':
    case 'cancelled':
      return 'neutral';
  }
}

/** What a post shows, as short as a cell of the strip allows. */
export const SECTOR_LETTERS: Record<SectorFlagState['flag'], string> = { yellow: 'Y', double_yellow: 'YY', slippery: 'S' };

/** "Stop and go, 10 s". */
export function penaltyText({ kind, amount }: Pick<PenaltyState, 'kind' | 'amount'>): string {
  switch (kind) {
    case 'time':
      return `${amount} s`;
    case 'stop_and_go':
      return `Stop and go, ${amount} s`;
    case 'grid_places':
      return `${amount} grid ${amount === 1 ? 'place' : 'places'}`;
    default:
      return headed(kind);
  }
}

/** Somebody has to drive it yet. */
export const isToServe = ({ kind, standing }: Pick<PenaltyState, 'kind' | 'standing'>): boolean =>
  standing === 'imposed' && (kind === 'drive_through' || kind === 'stop_and_go');

/** Of a penalty: "to serve", where it must be driven; what stands without being driven is in force. */
export const standingText = (penalty: Pick<PenaltyState, 'kind' | 'standing'>): string =>
  isToServe(penalty) ? 'to serve' : penalty.standing === 'imposed' ? 'in force' : penalty.standing;

/** What is to be dealt with. */
export function openOf(state: SessionState) {
  return {
    incidents: state.incidents.filter(({ stage }) => stage !== 'closed').length,
    penalties: state.penalties.filter(isToServe).length,
    protests: state.protests.filter(({ outcome }) => outcome === undefined).length,
  };
}

/** "2 incidents open", "no incident open". */
export const counted = (number: number, one: string, rest: string, many = `${one}s`): string =>
  `${number === 0 ? 'no' : plain(number)} ${number === 1 || number === 0 ? one : many}${rest === '' ? '' : ` ${rest}`}`;

/** The time of a race: 1:02:03.456, with hours from an hour on; empty where it is not known. */
export function raceTime(seconds: number): string {
  const millis = Math.round(seconds * 1_000);
  if (millis <= 0) {
    return '';
  }
  const hours = Math.floor(millis / 3_600_000);
  if (hours === 0) {
    return lapTime(millis / 1_000);
  }
  const minutes = Math.floor((millis % 3_600_000) / 60_000);
  return `${hours}:${String(minutes).padStart(2, '0')}:${((millis % 60_000) / 1_000).toFixed(3).padStart(6, '0')}`;
}
