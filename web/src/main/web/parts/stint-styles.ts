import { css } from 'lit';

/** Bars of stints: the compound's colour beneath, its pattern above, the text on a plate that keeps it readable. */
export const stintStyles = css`
  .keys {
    margin-left: var(--gap-2);
  }
  .rows {
    flex: 1 1 0;
    min-height: 0;
    overflow: hidden auto;
    scrollbar-color: var(--line-strong) transparent;
    scrollbar-width: thin;
  }
  svg {
    display: block;
    font: 400 var(--size-small) / 1 var(--font);
    font-variant-numeric: tabular-nums;
  }
  .axis {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--panel);
  }
  .axis text {
    fill: var(--text-third);
    text-anchor: middle;
  }
  .row {
    border-bottom: 1px solid var(--line);
    cursor: pointer;
  }
  .row:hover {
    background: var(--hover);
  }
  .row[aria-pressed='true'] {
    background: var(--selected);
  }
  text {
    fill: var(--text);
  }
  .car {
    font-size: var(--size);
    font-weight: 700;
  }
  .bar {
    fill: var(--raised);
    stroke: var(--line-strong);
  }
  .soft .bar {
    fill: var(--soft);
  }
  .medium .bar {
    fill: var(--medium);
  }
  .hard .bar {
    fill: var(--hard);
  }
  .intermediate .bar {
    fill: var(--intermediate);
  }
  .wet .bar {
    fill: var(--wet);
  }
  .stint:not(.unknown) .bar {
    opacity: 0.75;
  }
  .lit .bar {
    stroke: var(--text);
    opacity: 1;
  }
  .ink {
    fill: none;
    stroke: var(--ground);
    stroke-width: 1.2;
  }
  .dot {
    fill: var(--ground);
  }
  .plate {
    fill: var(--panel);
    opacity: 0.86;
  }
  .stop {
    fill: none;
    stroke: var(--text);
    stroke-width: 2;
  }
  .stop.open {
    stroke-dasharray: 3 2;
  }
`;
