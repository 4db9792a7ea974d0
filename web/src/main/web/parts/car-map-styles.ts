import { css, unsafeCSS } from 'lit';
import { SEQUENTIAL } from '../design/sequential.js';

const SCALE = SEQUENTIAL.join(', ');

/** The map fills its panel; its tools and the scale of a channel lie over it. */
export const carMapStyles = css`
  :host {
    position: relative;
    height: 100%;
  }
  vc-track-map {
    position: absolute;
    inset: calc(var(--control) + 8px) 0 0;
  }
  .tools {
    position: absolute;
    z-index: 1;
    top: 4px;
    right: 4px;
    display: flex;
    gap: var(--gap-1);
  }
  .tools select {
    max-width: 112px;
  }
  .scale {
    position: absolute;
    bottom: 4px;
    left: 8px;
    display: flex;
    gap: var(--gap-2);
    align-items: center;
    color: var(--text-second);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
  }
  .published {
    position: absolute;
    bottom: 4px;
    left: 8px;
    max-width: calc(100% - 16px);
    overflow: hidden;
    color: var(--text-third);
    font-size: var(--size-small);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    position: absolute;
    bottom: 20px;
    left: 8px;
    max-width: 60ch;
    color: var(--text-second);
    font-size: var(--size-small);
  }
  .scale i {
    width: 80px;
    height: 6px;
    background: linear-gradient(to right, ${unsafeCSS(SCALE)});
  }
`;
