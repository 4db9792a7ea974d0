import type { Subject } from '../wire/decision-words.js';

/** Asks the view around an element for the history of an object; null: of none. */
export function chooseObject(element: HTMLElement, subject: Subject | null): void {
  element.dispatchEvent(new CustomEvent('object-chosen', { detail: subject, bubbles: true, composed: true }));
}

/** Asks the view around an element for what was believed at a moment of recorded time; null: for what is known now. */
export function chooseMoment(element: HTMLElement, knownAt: string | null): void {
  element.dispatchEvent(new CustomEvent('moment-chosen', { detail: knownAt, bubbles: true, composed: true }));
}
