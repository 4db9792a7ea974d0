import type { LedgerLine, Source } from '../wire/words.js';

/** What became of the blocks of one source or of all. */
export interface LedgerSummary {
  arrived: number;
  missing: number;
  healed: number;
  duplicate: number;
  refused: number;
}

/** Ranges name their first and their last block. */
const blocksIn = (ranges: [number, number][]): number =>
  ranges.reduce((sum, [from, to]) => sum + (to - from + 1), 0);

export function summarise(ledger: readonly LedgerLine[]): LedgerSummary {
  return ledger.reduce<LedgerSummary>(
    (sum, line) => ({
      arrived: sum.arrived + line.arrived,
      missing: sum.missing + blocksIn(line.missing),
      healed: sum.healed + blocksIn(line.healed),
      duplicate: sum.duplicate + line.duplicate,
      refused: sum.refused + line.refused,
    }),
    { arrived: 0, missing: 0, healed: 0, duplicate: 0, refused: 0 },
  );
}

/** More ranges than these are counted only. */
const MOST_RANGES = 4;

/** Which blocks: 500–509, 700 and 3 more; empty for none. */
export function rangesText(ranges: readonly (readonly [number, number])[]): string {
  const shown = ranges.slice(0, MOST_RANGES).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const more = ranges.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** How a source fares, in words: what it does, which blocks are missing, which came late. */
export function healthText({ state }: Pick<Source, 'state'>, line: LedgerLine | undefined): string {
  const { missing = [], healed = [], duplicate = 0, refused = 0 } = line ?? {};
  const told = [
    { sending: '', silent: 'silent, but not ended: more may come', ended: 'ended' }[state],
    missing.length > 0 ? `missing ${rangesText(missing)}` : 'nothing missing',
    healed.length > 0 ? `came late ${rangesText(healed)}` : '',
    duplicate > 0 ? `${duplicate} came twice` : '',
    refused > 0 ? `${refused} refused` : '',
  ];
  return told.filter((each) => each !== '').join(' · ');
}
