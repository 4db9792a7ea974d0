import type { Decision, Subject } from '../wire/decision-words.js';

/**
 * Which objects decisions concern: what a decision is about, what it names, and what was named when its object came up.
 * That a penalty was revoked concerns the car that it was imposed on, though only its number is said.
 */
export class DecisionTies {
  /** What was named when an object came up. */
  private readonly first = new Map<Subject, readonly Subject[]>();
  private readonly of = new Map<number, ReadonlySet<Subject>>();

  add(decision: Decision): void {
    const named = namedIn(decision);
    const inherited = this.first.get(decision.about);
    if (inherited === undefined) {
      this.first.set(decision.about, named);
    }
    this.of.set(decision.version, new Set([...named, ...(inherited ?? [])]));
  }

  concerns(decision: Decision, subject: Subject): boolean {
    return this.of.get(decision.version)?.has(subject) ?? false;
  }

  forget(decision: Decision): void {
    this.of.delete(decision.version);
  }
}

function namedIn({ about, facts }: Decision): Subject[] {
  const cars = [facts['car'], facts['against'], ...(Array.isArray(facts['cars']) ? (facts['cars'] as unknown[]) : [])];
  const incident = facts['incident'];
  return [
    about,
    ...cars.filter((car) => typeof car === 'string' && car !== '').map((car) => `entry/${String(car)}`),
    ...(typeof incident === 'number' ? [`incident/${incident}`] : []),
    ...(about.startsWith('protest/') ? ['result'] : []),
  ];
}

/** Kinds of objects, as a list of decisions can be narrowed to them. */
export const KINDS = ['session', 'sector', 'incident', 'penalty', 'entry', 'result'] as const;
export type Kind = (typeof KINDS)[number];

/** Protests are told with the result that they are about. */
export function kindOf(subject: Subject): Kind {
  const kind = subject.split('/', 1)[0];
  return KINDS.find((each) => each === kind) ?? 'result';
}

const NAMES: Record<string, string> = {
  session: 'Session',
  result: 'Result',
  entry: 'Car',
  sector: 'Sector',
  incident: 'Incident',
  penalty: 'Penalty',
  protest: 'Protest',
};

/** As people say it: "Incident 3". */
export function subjectName(subject: Subject): string {
  const slash = subject.indexOf('/');
  const kind = slash < 0 ? subject : subject.slice(0, slash);
  return `${NAMES[kind] ?? kind}${slash < 0 ? '' : ` ${subject.slice(slash + 1)}`}`;
}

/** The same within a sentence: "incident 3", "car C1". */
export function subjectWithin(subject: Subject): string {
  const name = subjectName(subject);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Whether an address may ask for it. */
export const isSubject = (text: string): boolean =>
  /^(session|result)$/.test(text) || (/^[a-z]+\/[^/\s]{1,64}$/.test(text) && (text.split('/', 1)[0] ?? '') in NAMES);
