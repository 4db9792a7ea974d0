import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keys of a view, and what they do in words for the help. */
export interface KeyBinding {
  keys: string[];
  shown: string[];
  does: string;
  run(event: KeyboardEvent): void;
}

/** Dispatches the keys of the page while its view is shown; what is typed into a field stays there. */
export class Keys implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly bindings: () => KeyBinding[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) {
      return;
    }
    const binding = this.bindings().find((each) => each.keys.includes(event.key));
    if (binding) {
      event.preventDefault();
      binding.run(event);
    }
  };
}

/** A list of which an entry was chosen with the pointer gives the keys back to the page; who goes through it by keys stays in it. */
export function giveBack(list: EventTarget | null): void {
  if (list instanceof HTMLElement && !list.matches(':focus-visible')) {
    list.blur();
  }
}

/** Fields and dialogs use keys themselves; they lie within shadow roots, hence the composed path. */
function isTaken(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof HTMLElement && usesKey(target as Field, event.key));
}

/** As much of an element as tells whether it uses a key. */
export type Field = Pick<HTMLElement, 'localName'> & { type?: string; open?: boolean };

/** The line of time is moved by the keys of the page; in steps of its own it would move otherwise after it was touched. */
export function usesKey({ localName, type, open }: Field, key: string): boolean {
  switch (localName) {
    case 'input':
      return type !== 'range' || key === 'Tab';
    case 'select':
    case 'textarea':
      return true;
    case 'dialog':
      return open === true;
    case 'button':
    case 'a':
      return key === ' ';
    default:
      return false;
  }
}
