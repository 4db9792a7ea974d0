import { panelsOf, type DockLayout } from './dock-layout.js';
import { layoutFrom, textOf, type Kinds } from './dock-text.js';

export interface NamedLayout {
  name: string;
  layout: DockLayout;
}

/** What of the browser's storage is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

export const MOST_SAVED = 50;
export const LONGEST_NAME = 40;
const KEY = 'vitalcore.layouts';

/** As it is stored: layouts as text, since that is checked when it is read. */
interface Stored {
  current: { name: string | null; text: string } | null;
  saved: { name: string; text: string }[];
}

/**
 * The layout on the screen, and those that this browser has. The one on the screen is remembered once it is chosen or
 * changed: a link that is opened takes nothing away from who opens it.
 */
export class LayoutShelf {
  layout: DockLayout;
  /** null: it came with a link, or its name was deleted. */
  name: string | null;

  constructor(
    private readonly builtIn: readonly [NamedLayout, ...NamedLayout[]],
    private readonly kinds: Kinds,
    private readonly shelf: () => Shelf,
  ) {
    const { current } = this.stored();
    const layout = current && layoutFrom(current.text, kinds);
    this.layout = layout ?? builtIn[0].layout;
    this.name = layout && current ? current.name : builtIn[0].name;
  }

  get builtInNames(): string[] {
    return this.builtIn.map(({ name }) => name);
  }

  get savedNames(): string[] {
    return this.stored().saved.map(({ name }) => name);
  }

  /** Whether it is another than its name stands for. */
  get changed(): boolean {
    const original = this.find(this.name);
    return original !== null && textOf(original) !== textOf(this.layout);
  }

  get text(): string {
    return textOf(this.layout);
  }

  /** @returns whether the text is a layout; otherwise the one on the screen stays */
  openLink(text: string): boolean {
    const layout = layoutFrom(text, this.kinds);
    if (layout && textOf(layout) !== this.text) {
      this.layout = layout;
      this.name = null;
    }
    return layout !== null;
  }

  change(layout: DockLayout): void {
    this.layout = layout;
    this.remember();
  }

  choose(name: string): void {
    const layout = this.find(name);
    if (layout) {
      this.layout = layout;
      this.name = name;
      this.remember();
    }
  }

  /** Back to what the name stands for; without a name, to the first built-in one. */
  reset(): void {
    this.choose(this.find(this.name) ? (this.name ?? '') : this.builtIn[0].name);
  }

  /** @returns what is wrong with the name, or null when the layout is saved; a saved one of that name is replaced */
  save(name: string): string | null {
    const chosen = name.trim();
    const stored = this.stored();
    const others = stored.saved.filter((each) => each.name !== chosen);
    const wrong =
      this.wrongName(chosen) ??
      (panelsOf(this.layout).length === 0 ? 'The layout is empty. Add a panel first.' : null) ??
      (others.length >= MOST_SAVED ? `${MOST_SAVED} layouts are saved. Delete one first.` : null);
    return wrong ?? this.keep({ ...stored, saved: [...others, { name: chosen, text: this.text }] }, chosen);
  }

  rename(from: string, to: string): string | null {
    const chosen = to.trim();
    const stored = this.stored();
    const taken = chosen !== from && stored.saved.some(({ name }) => name === chosen);
    const wrong = this.wrongName(chosen) ?? (taken ? `'${chosen}' is taken. Choose another name.` : null);
    const saved = stored.saved.map((each) => (each.name === from ? { ...each, name: chosen } : each));
    return wrong ?? this.keep({ ...stored, saved }, this.name === from ? chosen : this.name);
  }

  /** What is on the screen stays there. */
  delete(name: string): string | null {
    const stored = this.stored();
    const saved = stored.saved.filter((each) => each.name !== name);
    return this.keep({ ...stored, saved }, this.name === name ? null : this.name);
  }

  private wrongName(name: string): string | null {
    if (name === '') {
      return 'A layout needs a name.';
    }
    if (name.length > LONGEST_NAME) {
      return `The name has ${name.length} characters. Take at most ${LONGEST_NAME}.`;
    }
    return this.builtInNames.includes(name) ? `'${name}' is built in. Choose another name.` : null;
  }

  private find(name: string | null): DockLayout | null {
    const builtIn = this.builtIn.find((each) => each.name === name);
    const saved = this.stored().saved.find((each) => each.name === name);
    return builtIn?.layout ?? (saved ? layoutFrom(saved.text, this.kinds) : null);
  }

  private remember(): void {
    // Where nothing can be stored the layout lasts as long as the page.
    this.keep(this.stored(), this.name);
  }

  private keep(stored: Stored, name: string | null): string | null {
    try {
      this.shelf().setItem(KEY, JSON.stringify({ ...stored, current: { name, text: this.text } }));
    } catch {
      return 'The browser stores nothing for this page. Allow it to, or keep the layout as a link.';
    }
    this.name = name;
    return null;
  }

  /** Read each time: another tab of the browser may have saved one meanwhile. */
  private stored(): Stored {
    try {
      const read = JSON.parse(this.shelf().getItem(KEY) ?? '{}') as { current?: unknown; saved?: unknown } | null;
      const saved = Array.isArray(read?.saved) ? read.saved.filter(isNamed).slice(0, MOST_SAVED) : [];
      return { current: isCurrent(read?.current) ? read.current : null, saved };
    } catch {
      // Storage may be forbidden or hold something else.
      return { current: null, saved: [] };
    }
  }
}

function isNamed(value: unknown): value is { name: string; text: string } {
  return isCurrent(value) && value.name !== null && value.name.length <= LONGEST_NAME;
}

function isCurrent(value: unknown): value is { name: string | null; text: string } {
  const { name, text } = (value ?? {}) as { name?: unknown; text?: unknown };
  return typeof text === 'string' && (name === null || typeof name === 'string');
}
