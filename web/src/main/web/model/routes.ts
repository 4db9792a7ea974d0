import type { LapAddress } from '../wire/rest.js';
import type { Subject } from '../wire/decision-words.js';
import { MOST_OTHERS } from './comparison.js';
import { KINDS, isSubject, type Kind } from './decision-ties.js';

/** Every view has an address that can be sent to a colleague. */
export type Route =
  | { view: 'sessions' }
  /** Nothing has this address. */
  | { view: 'unknown'; path: string }
  | SessionRoute
  | ReportRoute
  /** What is to be dealt with in all sessions. */
  | { view: 'board' }
  | DecisionsRoute
  | { view: 'compare'; reference: LapAddress | null; others: LapAddress[] };

export interface SessionRoute {
  view: 'session';
  id: string;
  car: string | null;
  lap: number | null;
  /** The cursor, in seconds of the session; null: live. */
  at_s: number | null;
  /** How the panels share the screen, as text; null: as this browser has them. */
  layout: string | null;
}

/** A session on paper. */
export interface ReportRoute {
  view: 'report';
  id: string;
  /** Of the result; null: as the session looks. */
  order: 'race' | 'best' | null;
}

/** What race control decided about a session. */
export interface DecisionsRoute {
  view: 'decisions';
  id: string;
  /** The moment of recorded time that is looked at, ISO 8601; null: now. */
  knownAt: string | null;
  /** The object whose history is told. */
  about: Subject | null;
  /** The list of decisions is narrowed to a car, and to a kind of object. */
  car: string | null;
  kind: Kind | null;
}

/** No session is longer. */
const LONGEST_S = 1e7;

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parameters = new URLSearchParams(query);
  const parts = path.split('/').filter((part) => part !== '');
  const id = parts[0] === 'session' || parts[0] === 'report' ? decoded(parts[1]) : null;
  if (id !== null && parts[0] === 'report') {
    const order = parameters.get('order');
    return { view: 'report', id, order: order === 'race' || order === 'best' ? order : null };
  }
  if (id !== null) {
    return {
      view: 'session',
      id,
      car: parameters.get('car'),
      lap: wholeNumber(parameters.get('lap')),
      at_s: seconds(parameters.get('at')),
      layout: parameters.get('layout'),
    };
  }
  if (parts[0] === 'race-control') {
    return parts.length === 1 ? { view: 'board' } : decisionsRoute(decoded(parts[1]), parameters, path);
  }
  if (parts[0] === 'compare') {
    return {
      view: 'compare',
      reference: parseLapAddress(parameters.get('reference')),
      others: distinct(parameters.getAll('other').map(parseLapAddress)),
    };
  }
  return parts.length === 0 ? { view: 'sessions' } : { view: 'unknown', path };
}

function decisionsRoute(id: string | null, parameters: URLSearchParams, path: string): Route {
  const about = parameters.get('about');
  const kind = parameters.get('kind');
  const known = parameters.get('known');
  return id === null
    ? { view: 'unknown', path }
    : {
        view: 'decisions',
        id,
        knownAt: known !== null && INSTANT.test(known) ? known : null,
        about: about !== null && isSubject(about) ? about : null,
        car: parameters.get('car'),
        kind: KINDS.find((each) => each === kind) ?? null,
      };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'sessions':
      return '#/';
    case 'unknown':
      return `#${route.path}`;
    case 'session': {
      const query = [
        route.car === null ? '' : `car=${encodeURIComponent(route.car)}`,
        route.lap === null ? '' : `lap=${route.lap}`,
        route.at_s === null ? '' : `at=${+route.at_s.toFixed(3)}`,
        route.layout === null ? '' : `layout=${encodeURIComponent(route.layout)}`,
      ].filter((part) => part !== '');
      return `#/session/${encodeURIComponent(route.id)}${query.length === 0 ? '' : `?${query.join('&')}`}`;
    }
    case 'report':
      return `#/report/${encodeURIComponent(route.id)}${route.order === null ? '' : `?order=${route.order}`}`;
    case 'board':
      return '#/race-control';
    case 'decisions': {
      const query = [
        route.knownAt === null ? '' : `known=${route.knownAt}`,
        route.about === null ? '' : `about=${encodeURIComponent(route.about).replaceAll('%2F', '/')}`,
        route.car === null ? '' : `car=${encodeURIComponent(route.car)}`,
        route.kind === null ? '' : `kind=${route.kind}`,
      ].filter((part) => part !== '');
      return `#/race-control/${encodeURIComponent(route.id)}${query.length === 0 ? '' : `?${query.join('&')}`}`;
    }
    case 'compare': {
      const query = [
        route.reference ? `reference=${formatLapAddress(route.reference)}` : '',
        ...route.others.map((other) => `other=${formatLapAddress(other)}`),
      ].filter((part) => part !== '');
      return `#/compare${query.length === 0 ? '' : `?${query.join('&')}`}`;
    }
  }
}

export function parseLapAddress(text: string | null): LapAddress | null {
  const [session, car, lap] = (text ?? '').split('/');
  const number = wholeNumber(lap ?? null);
  return session && car && number !== null ? { session, car, lap: number } : null;
}

/** Identifiers need no escaping: the platform allows letters, digits, '.', '_' and '-' only. */
export function formatLapAddress(lap: LapAddress): string {
  return `${lap.session}/${lap.car}/${lap.lap}`;
}

/** For who looks at some laps at once: the car only where they are of several. */
export function lapName(lap: LapAddress, among: LapAddress[]): string {
  const ofOneCar = among.every(({ session, car }) => session === lap.session && car === lap.car);
  return `${ofOneCar ? '' : `car ${lap.car} `}lap ${lap.lap}`;
}

/** Each lap once, and as many as can be shown. */
function distinct(laps: (LapAddress | null)[]): LapAddress[] {
  const known = laps.filter((lap) => lap !== null);
  return [...new Map(known.map((lap) => [formatLapAddress(lap), lap])).values()].slice(0, MOST_OTHERS);
}

/** null where there is nothing, or what no page has written: a stray '%'. */
function decoded(part: string | undefined): string | null {
  try {
    return part === undefined ? null : decodeURIComponent(part);
  } catch {
    return null;
  }
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function seconds(text: string | null): number | null {
  return text !== null && /^\d{1,8}(\.\d{1,9})?$/.test(text) && Number(text) <= LONGEST_S ? Number(text) : null;
}
