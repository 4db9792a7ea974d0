/** A stretch of a text that stands on one line. */
export interface LinePiece {
  from: number;
  to: number;
}

/** Characters whose tops differ by less stand on one line: an index or a smaller letter is no new one. */
const SAME_LINE = 3;

/** @param topOf where a character stands on the screen */
export function piecesOfLines(text: string, topOf: (index: number) => number): LinePiece[] {
  const pieces: LinePiece[] = [];
  let top = NaN;
  for (let i = 0; i < text.length; i++) {
    if (/\s/.test(text[i] as string)) {
      continue;
    }
    const at = topOf(i);
    const last = pieces.at(-1);
    if (last && Math.abs(at - top) < SAME_LINE) {
      last.to = i + 1;
    } else {
      pieces.push({ from: i, to: i + 1 });
      top = at;
    }
  }
  return pieces;
}

/** The colours of a gradient as browsers compute it; empty for anything else. */
export function coloursOf(backgroundImage: string): string[] {
  return backgroundImage.startsWith('linear-gradient(') ? (backgroundImage.match(/rgba?\([^)]*\)|#[0-9a-f]{3,8}/g) ?? []) : [];
}
