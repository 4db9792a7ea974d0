/** A function of the language of math channels (docs/math-channels.md). */
export interface MathFunction {
  name: string;
  parameters: string;
  is: string;
}

export const MATH_FUNCTIONS: readonly MathFunction[] = [
  { name: 'abs', parameters: 'x', is: 'without its sign' },
  { name: 'sign', parameters: 'x', is: '-1, 0 or 1' },
  { name: 'min', parameters: 'a, b, …', is: 'the least of 2 to 8' },
  { name: 'max', parameters: 'a, b, …', is: 'the greatest of 2 to 8' },
  { name: 'clamp', parameters: 'x, least, most', is: 'x kept between two values' },
  { name: 'floor', parameters: 'x', is: 'to the whole number beneath' },
  { name: 'round', parameters: 'x', is: 'to the nearest whole number' },
  { name: 'sqrt', parameters: 'x', is: 'square root' },
  { name: 'exp', parameters: 'x', is: 'e to the power of x' },
  { name: 'log', parameters: 'x', is: 'natural logarithm' },
  { name: 'sin', parameters: 'angle', is: 'sine; a number without a unit counts as radians' },
  { name: 'cos', parameters: 'angle', is: 'cosine' },
  { name: 'tan', parameters: 'angle', is: 'tangent' },
  { name: 'asin', parameters: 'x', is: 'the angle of a sine' },
  { name: 'acos', parameters: 'x', is: 'the angle of a cosine' },
  { name: 'atan2', parameters: 'y, x', is: 'the angle of a direction' },
  { name: 'if', parameters: 'condition, a, b', is: 'a where the condition holds, else b; also condition ? a : b' },
  { name: 'derivative', parameters: 'x', is: 'per second, from the samples before and after' },
  { name: 'integral', parameters: 'x', is: 'over seconds; 0 where what is read begins, in traces each 30 s' },
  { name: 'smooth', parameters: 'x, seconds', is: 'mean over that time, half of it to each side' },
  { name: 'lowpass', parameters: 'x, hertz', is: 'filter of the first order' },
  { name: 'delay', parameters: 'x, seconds', is: 'x that long ago; negative looks ahead' },
  { name: 'previous', parameters: 'x', is: 'the sample before' },
];

/** How else expressions are written. */
export const MATH_SIGNS: readonly { sign: string; is: string }[] = [
  { sign: '^ * / + -', is: 'in the order of their rank' },
  { sign: '< <= > >= == !=', is: '1 where it holds, else 0' },
  { sign: 'not and or', is: 'conditions' },
  { sign: '100 km/h', is: 'a number with its unit; without, it takes that of its partner' },
  { sign: '"brake-press"', is: 'a name with other signs than letters, digits, _ and .' },
];

/** What a name may look like without quotes. */
const PLAIN = /^[a-z_][a-z0-9_.]*$/;

export const LONGEST_EXPRESSION = 1_000;

/** A name that may be written where the caret stands. */
export interface Completion {
  name: string;
  /** Behind the name in the list. */
  note: string;
  isFunction: boolean;
}

/** What is being written: from where to where in the text. */
export interface Word {
  from: number;
  to: number;
  prefix: string;
}

const MOST_SHOWN = 8;

/** The word at whose end the caret stands; null where none is begun, and in numbers and their units. */
export function wordAt(text: string, caret: number): Word | null {
  const before = text.slice(0, caret);
  if ((before.split('"').length - 1) % 2 === 1) {
    const from = before.lastIndexOf('"');
    return { from, to: caret, prefix: before.slice(from + 1) };
  }
  const [found = ''] = /[A-Za-z0-9_.]*$/.exec(before) ?? [];
  const from = caret - found.length;
  const isUnit = /\d\s?$/.test(before.slice(0, from)) || /^[0-9.]/.test(found);
  return found === '' || isUnit ? null : { from, to: caret, prefix: found };
}

/** Those that begin so first, then those that have it within. */
export function completions(prefix: string, among: readonly Completion[]): Completion[] {
  const wanted = prefix.toLowerCase();
  const begin = among.filter(({ name }) => name.startsWith(wanted));
  const within = among.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  const found = [...begin, ...within].slice(0, MOST_SHOWN);
  return found.length === 1 && found[0]?.name === wanted ? [] : found;
}

/** @returns the text with the word in the place of what was begun, and where the caret stands then */
export function completed(text: string, { from, to }: Word, { name, isFunction }: Completion): { text: string; caret: number } {
  const opens = text.startsWith('(', to);
  const written = isFunction ? (opens ? name : `${name}(`) : PLAIN.test(name) ? name : `"${name}"`;
  const closed = text.startsWith('"', from) && text.startsWith('"', to) ? to + 1 : to;
  return { text: text.slice(0, from) + written + text.slice(closed), caret: from + written.length };
}
