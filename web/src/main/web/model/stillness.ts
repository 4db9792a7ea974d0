/** Whether a panel shows movement, or only the same value again and again. */
export type Stillness = { kind: 'still'; values: number[] } | { kind: 'moves' } | { kind: 'too-little' };

/** x and one y a line, as panels draw them. */
type Columns = readonly [ArrayLike<number>, ...ArrayLike<number | null>[]];

/** A smaller share of the range in sight may be the beginning of anything. */
const SHARE_TO_JUDGE = 0.25;

/** Looks at all lines over the range in sight: one that moves is enough. */
export function stillnessOf(data: Columns, from: number, to: number): Stillness {
  const [x, ...lines] = data;
  const spans = lines.map((line) => spanOfOneValue(x, line));
  if (spans.includes('moves')) {
    return { kind: 'moves' };
  }
  const still = spans.filter((span): span is Span => isLong(span, (to - from) * SHARE_TO_JUDGE));
  return still.length > 0 && still.length === lines.length
    ? { kind: 'still', values: still.map(({ value }) => value) }
    : { kind: 'too-little' };
}

interface Span {
  value: number;
  length: number;
}

function spanOfOneValue(x: ArrayLike<number>, line: ArrayLike<number | null>): Span | 'moves' | null {
  let value: number | null = null;
  let first = 0;
  let last = 0;
  for (let i = 0; i < line.length; i++) {
    const y = line[i] ?? null;
    if (y === null) {
      continue;
    }
    if (value === null) {
      value = y;
      first = i;
    } else if (y !== value) {
      return 'moves';
    }
    last = i;
  }
  return value === null ? null : { value, length: (x[last] as number) - (x[first] as number) };
}

const isLong = (span: Span | 'moves' | null, least: number): boolean =>
  span !== null && span !== 'moves' && span.length >= least;
