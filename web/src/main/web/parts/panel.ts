import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { base } from '../design/styles.js';

/** A framed part of a view: a heading line with tools, and a body that scrolls by itself. */
@customElement('vc-panel')
export class Panel extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        background: var(--panel);
        border: var(--panel-frame, 1px solid var(--line));
        border-radius: var(--radius);
        overflow: hidden;
      }
      header {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-1) var(--gap-2);
        min-height: calc(var(--control) + 8px);
        padding: 3px 4px 3px 10px;
        border-bottom: 1px solid var(--line);
      }
      h2 {
        overflow: hidden;
        font-size: var(--size);
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-1);
        margin-left: auto;
      }
      .body {
        position: relative;
        flex: 1 1 auto;
        min-height: 0;
        overflow: auto;
        scrollbar-color: var(--line-strong) transparent;
        scrollbar-width: thin;
      }
    `,
  ];

  @property() heading = '';

  override render() {
    return html`<header>
        <h2>${this.heading}</h2>
        <slot name="aside"></slot>
        <div class="tools"><slot name="tools"></slot></div>
      </header>
      <div class="body"><slot></slot></div>`;
  }
}
