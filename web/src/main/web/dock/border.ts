import { LitElement, css } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Axis } from './dock-layout.js';

/** How far it was moved from where it was taken hold of; `done` with the last word. */
export interface BorderMove {
  pixels: number;
  done: boolean;
}

/** What an arrow key moves, alone and with Shift. */
const STEP = 16;
const BIG_STEP = 80;

/** Between two parts of a row or column: dragged, or moved by arrow keys. */
@customElement('vc-border')
export class Border extends LitElement {
  static override styles = css`
    :host {
      position: relative;
      flex: none;
      background: transparent;
      touch-action: none;
    }
    :host([axis='row']) {
      width: var(--gap-1);
      cursor: col-resize;
    }
    :host([axis='column']) {
      height: var(--gap-1);
      cursor: row-resize;
    }
    /* Easier to take hold of than it is wide. */
    :host::after {
      position: absolute;
      z-index: 4;
      inset: -2px 0;
      content: '';
    }
    :host([axis='row'])::after {
      inset: 0 -2px;
    }
    :host(:hover),
    :host(:focus-visible),
    :host([held]) {
      outline: none;
      background: var(--focus);
    }
    :host(:hover:not([held], :focus-visible)) {
      background: var(--line-strong);
    }
  `;

  @property({ reflect: true }) axis: Axis = 'row';
  private from = 0;

  constructor() {
    super();
    this.addEventListener('pointerdown', this.take);
    this.addEventListener('pointermove', (event) => this.hasAttribute('held') && this.tell(this.at(event) - this.from, false));
    this.addEventListener('pointerup', (event) => this.release(this.at(event) - this.from));
    this.addEventListener('pointercancel', () => this.release(0));
    this.addEventListener('keydown', this.onKey);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'separator';
    this.tabIndex = 0;
    this.ariaValueMin = '0';
    this.ariaValueMax = '100';
  }

  override updated(): void {
    // A border between columns stands upright.
    this.ariaOrientation = this.axis === 'row' ? 'vertical' : 'horizontal';
  }

  private take(event: PointerEvent): void {
    if (event.button === 0) {
      event.preventDefault();
      this.focus();
      this.setPointerCapture(event.pointerId);
      this.toggleAttribute('held', true);
      this.from = this.at(event);
    }
  }

  private release(pixels: number): void {
    if (this.hasAttribute('held')) {
      this.removeAttribute('held');
      this.tell(pixels, true);
    }
  }

  private onKey(event: KeyboardEvent): void {
    const [less, more] = this.axis === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const direction = event.key === less ? -1 : event.key === more ? 1 : 0;
    if (direction !== 0) {
      event.preventDefault();
      event.stopPropagation();
      this.tell(direction * (event.shiftKey ? BIG_STEP : STEP), true);
    }
  }

  private at({ clientX, clientY }: PointerEvent): number {
    return this.axis === 'row' ? clientX : clientY;
  }

  private tell(pixels: number, done: boolean): void {
    this.dispatchEvent(new CustomEvent<BorderMove>('border-moved', { detail: { pixels, done } }));
  }
}
