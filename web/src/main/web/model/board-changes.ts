import type { ProtestState, ResultState, SessionState, Subject } from '../wire/decision-words.js';
import { standingText, words } from './decision-text.js';

/** What was said of an object then and is said of it now; null where it is not known. */
export interface Change {
  then: string | null;
  now: string | null;
}

/** Objects of which something else is known now than then, in the words of the board. */
export function changesBetween(then: SessionState, now: SessionState): ReadonlyMap<Subject, Change> {
  const before = said(then);
  const after = said(now);
  const subjects = [...new Set([...before.keys(), ...after.keys()])];
  const changes = subjects.map((subject): [Subject, Change] => [
    subject,
    { then: before.get(subject) ?? null, now: after.get(subject) ?? null },
  ]);
  return new Map(changes.filter(([, change]) => change.then !== change.now));
}

/** Everything that can be otherwise, in words, by object. */
function said(state: SessionState): Map<Subject, string> {
  return new Map<Subject, string>([
    ['session', words(state.phase)],
    ...state.sector_flags.map(({ sector, flag }): [Subject, string] => [`sector/${sector}`, words(flag)]),
    ...state.incidents.map(({ number, stage }): [Subject, string] => [`incident/${number}`, words(stage)]),
    ...state.penalties.map((penalty): [Subject, string] => [`penalty/${penalty.number}`, standingText(penalty)]),
    ...state.entries.map(({ car, withdrawn, driving }): [Subject, string] => [
      `entry/${car}`,
      withdrawn ? 'withdrawn' : `driven by ${driving}`,
    ]),
    ...state.protests.map((protest): [Subject, string] => [`protest/${protest.number}`, protestText(protest)]),
    ...(state.result === null ? [] : [['result', resultText(state.result, state.phase === 'official')] as [Subject, string]]),
  ]);
}

export const protestText = ({ outcome }: ProtestState): string => outcome ?? 'undecided';

export const resultText = ({ revision, out_of_date }: ResultState, official: boolean): string =>
  official ? 'official' : `provisional ${revision}${out_of_date ? ', out of date' : ''}`;
