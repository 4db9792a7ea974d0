import type { Session } from '../wire/words.js';
import { nameOf } from './format.js';

/** A name in two parts: where there is no room for both, the head may be cut. */
export interface NameParts {
  head: string;
  tail: string;
}

/** Cuts a name before the word in which it begins to differ from the others that stand beside it. */
export function nameParts(name: string, among: Iterable<string>): NameParts {
  let common = 0;
  for (const other of among) {
    if (other !== name) {
      common = Math.max(common, lengthInCommon(name, other));
    }
  }
  const cut = name.slice(0, common).search(LAST_WORD);
  return { head: name.slice(0, cut), tail: name.slice(cut) };
}

/** The begun word at the end, which may be empty. */
const LAST_WORD = /[^_\-. /]*$/;

function lengthInCommon(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) {
    length++;
  }
  return length;
}

/** The name under which a session is kept, where its title does not tell it: two may have one title. */
export function nameBeside(session: Pick<Session, 'id' | 'title'>): string | null {
  return nameOf(session.title) === session.id ? null : session.id;
}

/** A text of at most so many characters: what tells it from others mostly stands at its beginning and its end. */
export function shortened(text: string, most: number): string {
  const tail = Math.floor((most - 1) / 2);
  return text.length <= most ? text : `${text.slice(0, most - 1 - tail).trimEnd()}…${text.slice(text.length - tail).trimStart()}`;
}

const LONGEST_TITLE = 22;

/** A session in a list: time of day and title before the date, as a narrow field cuts the end off; the name where these are equal. */
export function sessionLabel(session: Pick<Session, 'id' | 'title' | 'start'>, among: readonly Pick<Session, 'id' | 'title' | 'start'>[]): string {
  const written = ({ title, start }: Pick<Session, 'title' | 'start'>): string =>
    `${start.slice(11, 16)} ${shortened(title, LONGEST_TITLE)}, ${start.slice(0, 10)}`;
  const own = written(session);
  const isUnique = among.every((each) => each.id === session.id || written(each) !== own);
  return isUnique ? own : `${session.id} · ${own}`;
}

/** What the vehicle is called, where that says more than the name of the car. */
export function vehicleBeside(car: string, vehicle: string | null): string | null {
  return vehicle === null || nameOf(vehicle) === car ? null : vehicle;
}
