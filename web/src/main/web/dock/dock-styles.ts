import { css } from 'lit';

/** Frames, strips of tabs and the preview of a drop. */
export const dockStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    /* A panel has a frame of its group already. */
    --panel-frame: 0;
  }
  .split,
  .part {
    display: flex;
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
  }
  .column {
    flex-direction: column;
  }
  .group {
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-width: 84px;
    min-height: 56px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    overflow: hidden;
  }
  .strip {
    display: flex;
    flex: none;
    align-items: stretch;
    height: calc(var(--control) + 2px);
    border-bottom: 1px solid var(--line);
  }
  .tabs {
    display: flex;
    flex: 0 1 auto;
    min-width: 48px;
    overflow: auto hidden;
    scrollbar-width: none;
  }
  .tabs button,
  .bar button {
    flex: none;
    height: auto;
    padding: 0 10px;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--text-second);
    user-select: none;
  }
  .tabs button {
    touch-action: none;
  }
  .tabs button:hover {
    color: var(--text);
  }
  .tabs button[aria-selected='true'] {
    color: var(--text);
    font-weight: 600;
  }
  /* One tab alone is a heading; among others the one in front is marked. */
  .tabs button[aria-selected='true']:not(:only-child) {
    box-shadow: inset 0 -2px var(--other);
  }
  .badge {
    min-width: 16px;
    color: var(--warn);
    font-weight: 600;
    text-align: left;
  }
  .aside {
    display: flex;
    flex: 1 1 0;
    align-items: center;
    min-width: 0;
    overflow: hidden;
  }
  .tool {
    flex: none;
    justify-content: center;
    width: 24px;
    height: auto;
    padding: 0;
    border: 0;
    background: none;
    color: var(--text-third);
  }
  .tool:hover:not(:disabled) {
    background: none;
    color: var(--text);
  }
  .body {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
    background: var(--panel);
  }
  .body ::slotted(*) {
    position: absolute;
    inset: 0;
    overflow: auto;
    scrollbar-color: var(--line-strong) transparent;
    scrollbar-width: thin;
  }
  .aside ::slotted(*) {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .preview {
    position: absolute;
    z-index: 5;
    border: 1px solid var(--reference);
    border-radius: var(--radius);
    background: color-mix(in srgb, var(--reference) 22%, transparent);
    pointer-events: none;
  }
  .bar {
    display: flex;
    flex: none;
    height: 48px;
    border-top: 1px solid var(--line);
    background: var(--panel);
  }
  .bar .tabs {
    flex: 1 1 0;
  }
  .bar button {
    flex: 1 0 auto;
    justify-content: center;
    min-width: 64px;
    touch-action: pan-x;
  }
  .bar > button {
    flex: none;
    min-width: 48px;
    border-left: 1px solid var(--line);
  }
  .bar .tabs button[aria-selected='true'] {
    box-shadow: inset 0 2px var(--other);
  }
  .empty {
    display: grid;
    flex: 1;
    place-content: center;
    gap: var(--gap-3);
    justify-items: center;
    color: var(--text-second);
  }
`;
