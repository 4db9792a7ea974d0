import type { Phase, SessionState, Subject } from '../wire/decision-words.js';
import { headed, isToServe } from './decision-text.js';

/** What somebody fills in for a command. */
export interface CommandField {
  name: string;
  label: string;
  kind: 'text' | 'whole' | 'number' | 'choice' | 'cars';
  required: boolean;
  /** Of a choice: values, the first is chosen at first. */
  options?: readonly string[];
  /** How one is read; else in words. */
  written?: (option: string) => string;
  /** Only where another field has one of these values. */
  onlyWith?: { name: string; values: readonly string[] };
}

/** A command about an object, with what is known of it already. */
export interface CommandForm {
  command: string;
  /** What it does, as a button says it. */
  title: string;
  preset: Readonly<Record<string, string | number>>;
  fields: readonly CommandField[];
}

const REASON: CommandField = { name: 'reason', label: 'Reason', kind: 'text', required: true };
const PENALTIES = ['warning', 'reprimand', 'time', 'drive_through', 'stop_and_go', 'grid_places', 'disqualification'];
const TO_DRIVE = ['drive_through', 'stop_and_go'];
const RUNNING: readonly Phase[] = ['green', 'yellow', 'safety-car', 'red'];
const INCIDENTS = [
  'track_limits',
  'contact',
  'overtake_under_yellow',
  'pit_lane_speeding',
  'false_start',
  'off_track',
  'spin',
  'stopped_on_track',
  'puncture',
  'mechanical',
  'other',
];

/**
 * What can be decided about an object as it stands. Signals to the whole field (green, yellow, safety car, red, chequered)
 * are not among them: they are given where the circuit is in sight.
 */
export function formsFor(subject: Subject, state: SessionState): CommandForm[] {
  const slash = subject.indexOf('/');
  const name = subject.slice(slash + 1);
  switch (slash < 0 ? subject : subject.slice(0, slash)) {
    case 'session':
      return [reportIncident(''), ...resultForms(state)];
    case 'entry':
      return [reportIncident(name), imposePenalty([name], null, state)];
    case 'sector':
      return sectorForms(Number(name), state);
    case 'incident':
      return incidentForms(Number(name), state);
    case 'penalty':
      return penaltyForms(Number(name), state);
    case 'result':
      return resultForms(state);
    case 'protest':
      return protestForms(Number(name), state);
    default:
      return [];
  }
}

function reportIncident(cars: string): CommandForm {
  return {
    command: 'report_incident',
    title: 'Report incident',
    preset: { cars },
    fields: [
      { name: 'kind', label: 'Kind', kind: 'choice', required: true, options: INCIDENTS },
      { name: 'cars', label: 'Cars, with commas', kind: 'cars', required: false },
      { name: 'description', label: 'What happened', kind: 'text', required: true },
      { name: 'distance_m', label: 'Metres from the line', kind: 'number', required: false },
    ],
  };
}

const AMOUNT = { name: 'amount', kind: 'whole', required: true } as const;

/** @param cars of which one is chosen */
function imposePenalty(cars: readonly string[], incident: number | null, { phase }: SessionState): CommandForm {
  const [only] = cars;
  const one = cars.length === 1 && only !== undefined;
  return {
    command: 'impose_penalty',
    title: 'Impose penalty',
    preset: { ...(one ? { car: only } : {}), ...(incident === null ? {} : { incident }) },
    fields: [
      ...(one ? [] : [carField(cars)]),
      { name: 'kind', label: 'Penalty', kind: 'choice', required: true, options: PENALTIES.filter((kind) => RUNNING.includes(phase) || !TO_DRIVE.includes(kind)) },
      { ...AMOUNT, label: 'Seconds', onlyWith: { name: 'kind', values: ['time', 'stop_and_go'] } },
      { ...AMOUNT, label: 'Places', onlyWith: { name: 'kind', values: ['grid_places'] } },
      REASON,
    ],
  };
}

const carField = (cars: readonly string[]): CommandField => ({
  name: 'car',
  label: 'Car',
  kind: cars.length === 0 ? 'text' : 'choice',
  required: true,
  options: cars,
  written: (car) => car,
});

function sectorForms(sector: number, state: SessionState): CommandForm[] {
  return state.sector_flags.some((flag) => flag.sector === sector)
    ? [{ command: 'withdraw_sector_flag', title: 'Withdraw flag', preset: { sector }, fields: [] }]
    : [
        {
          command: 'show_sector_flag',
          title: 'Show flag',
          preset: { sector },
          fields: [{ name: 'flag', label: 'Flag', kind: 'choice', required: true, options: ['yellow', 'double_yellow', 'slippery'] }, REASON],
        },
      ];
}

function incidentForms(number: number, state: SessionState): CommandForm[] {
  const incident = state.incidents.find((each) => each.number === number);
  if (incident === undefined || incident.stage === 'closed') {
    return [];
  }
  const close: CommandForm = {
    command: 'close_incident',
    title: 'Close incident',
    preset: { number },
    fields: [{ name: 'conclusion', label: 'Conclusion', kind: 'text', required: true }],
  };
  return [
    ...(incident.stage === 'reported' ? [{ command: 'acknowledge_incident', title: 'Acknowledge', preset: { number }, fields: [] }] : []),
    ...(incident.stage === 'under_investigation' ? [] : [{ command: 'open_investigation', title: 'Investigate', preset: { number }, fields: [] }]),
    imposePenalty(incident.cars, number, state),
    close,
  ];
}

function penaltyForms(number: number, state: SessionState): CommandForm[] {
  const penalty = state.penalties.find((each) => each.number === number);
  if (penalty?.standing !== 'imposed') {
    return [];
  }
  return [
    ...(isToServe(penalty) ? [{ command: 'record_penalty_served', title: 'Served', preset: { number }, fields: [] }] : []),
    { command: 'revoke_penalty', title: 'Revoke', preset: { number }, fields: [REASON] },
  ];
}

/** A protest that was lodged in time may be recorded later, so it is offered until the result is official. */
const resultForms = (state: SessionState): CommandForm[] => (state.phase === 'provisional' ? [lodgeProtest(state)] : []);

function lodgeProtest({ entries }: SessionState): CommandForm {
  const cars = entries.map(({ car }) => car).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return {
    command: 'lodge_protest',
    title: 'Lodge protest',
    preset: {},
    fields: [
      { name: 'by', label: 'Lodged by', kind: 'text', required: true },
      {
        name: 'against',
        label: 'Against',
        kind: 'choice',
        required: false,
        options: ['', ...cars],
        written: (car) => (car === '' ? 'The result' : `Car ${car}`),
      },
      { name: 'ground', label: 'Ground', kind: 'text', required: true },
    ],
  };
}

function protestForms(number: number, state: SessionState): CommandForm[] {
  const open = state.protests.some((each) => each.number === number && each.outcome === undefined);
  const outcome: CommandField = { name: 'outcome', label: 'Outcome', kind: 'choice', required: true, options: ['dismissed', 'upheld', 'withdrawn'] };
  return open ? [{ command: 'decide_protest', title: 'Decide protest', preset: { number }, fields: [outcome, REASON] }] : [];
}

/** What every command takes beside its own fields. */
export interface Signature {
  who: string;
  why: string;
  /** Time of day in UTC, with seconds, of today or of the day before it (2026-05-01 14:32:10); empty: now. */
  at: string;
}

/** Whether a field is to be filled in, by what the others say. */
export const isAsked = ({ onlyWith }: CommandField, values: Readonly<Record<string, string>>): boolean =>
  onlyWith === undefined || onlyWith.values.includes(values[onlyWith.name] ?? '');

/** What is in a field at first. */
export function valuesAtFirst({ fields, preset }: CommandForm): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, options }) => [name, String(preset[name] ?? options?.[0] ?? '')]));
}

/**
 * The body of the command: what is empty is left out, so that the platform says what is missing.
 *
 * @param today ISO 8601, the day that a time of day is of where none stands before it
 */
export function bodyOf(form: CommandForm, values: Readonly<Record<string, string>>, { who, why, at }: Signature, today: string): Record<string, unknown> {
  const filled = form.fields
    .filter((field) => isAsked(field, values))
    .map((field): [string, unknown] => [field.name, valueOf(field, (values[field.name] ?? '').trim())])
    .filter(([, value]) => value !== '');
  return {
    command: form.command,
    who: who.trim(),
    ...(why.trim() === '' ? {} : { why: why.trim() }),
    ...(at.trim() === '' ? {} : { at: momentOf(at.trim(), today) }),
    ...form.preset,
    ...Object.fromEntries(filled),
  };
}

function momentOf(written: string, today: string): string {
  const [time = '', day = today.slice(0, 10)] = written.split(' ').reverse();
  return `${day}T${time}Z`;
}

function valueOf({ kind }: CommandField, text: string): unknown {
  switch (kind) {
    case 'text':
    case 'choice':
      return text;
    case 'whole':
    case 'number':
      return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'cars':
      return text.split(',').map((car) => car.trim()).filter((car) => car !== '');
  }
}

/** A choice as it is read. */
export const optionText = ({ written = headed }: CommandField, option: string): string => written(option);
