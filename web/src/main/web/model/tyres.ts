/** A compound as docs/trackside.md codes it: its letter, its name, and what tells it besides its colour. */
export interface Compound {
  letter: string;
  name: string;
  css: 'soft' | 'medium' | 'hard' | 'intermediate' | 'wet';
}

const COMPOUNDS: readonly Compound[] = [
  { letter: 'S', name: 'soft', css: 'soft' },
  { letter: 'M', name: 'medium', css: 'medium' },
  { letter: 'H', name: 'hard', css: 'hard' },
  { letter: 'I', name: 'intermediate', css: 'intermediate' },
  { letter: 'W', name: 'wet', css: 'wet' },
];

/** null for what is no code. */
export function compoundOf(code: number | null): Compound | null {
  return code === null ? null : (COMPOUNDS[code - 1] ?? null);
}
