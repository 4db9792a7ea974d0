import { html, nothing, type TemplateResult } from 'lit';
import { subjectWithin } from '../model/decision-ties.js';
import type { Subject } from '../wire/decision-words.js';

/** What the rows of the board share. */
export interface BoardRow {
  chosen(subject: Subject): boolean;
  /** What is said of an object now, where then it was otherwise. */
  change(subject: Subject): TemplateResult | typeof nothing;
  choose(subject: Subject): void;
}

/** Opens the history of an object; the rest of its row does the same for a pointer. */
export function objectButton(row: BoardRow, subject: Subject, text: string, look = ''): TemplateResult {
  const choose = (event: Event): void => {
    event.stopPropagation();
    row.choose(subject);
  };
  return html`<button class="object ${look}" data-subject=${subject} aria-label="History of ${subjectWithin(subject)}" aria-pressed=${row.chosen(subject)} @click=${choose}>${text}</button>`;
}

export function carButtons(row: BoardRow, cars: readonly string[]): TemplateResult {
  return html`<span class="cars">${cars.length === 0 ? html`<span class="third">–</span>` : cars.map((car) => objectButton(row, `entry/${car}`, car))}</span>`;
}
