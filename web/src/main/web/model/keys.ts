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

/** Fields and dialogs use keys themselves; they lie within shadow roots, hence the composed path. */
function isTaken(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLInputElement ||
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLDialogElement && target.open) ||
        (target instanceof HTMLElement && event.key === ' ' && target.matches('button, a')),
    );
}
