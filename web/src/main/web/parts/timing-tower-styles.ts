import { css } from 'lit';
import { MINI_SECTORS } from '../model/mini-sectors.js';

/** The tower. */
export const towerStyles = css`
  :host {
    height: 100%;
    overflow: auto;
    scrollbar-color: var(--line-strong) transparent;
    scrollbar-width: thin;
    container-type: inline-size;
  }
  tbody tr {
    cursor: pointer;
  }
  td,
  th {
    padding: 0 5px;
  }
  .place {
    min-width: 36px;
    width: 36px;
  }
  td.place {
    color: var(--text-second);
    font-weight: 600;
  }
  .gap {
    min-width: 66px;
  }
  .car .clipped {
    font-weight: 700;
  }
  .driver {
    max-width: 112px;
    overflow: hidden;
    color: var(--text-second);
    text-overflow: ellipsis;
  }
  .status {
    width: 40px;
    font-size: var(--size-small);
    font-weight: 700;
  }
  .pit {
    color: var(--reference);
  }
  .stopped,
  .silent {
    color: var(--warn);
  }
  .out {
    color: var(--text-third);
  }
  /* What was known last: readable, but nobody takes it for now. */
  tr[data-status='silent'] td:not(.place, .car, .status),
  tr[data-status='out'] td:not(.place, .car, .status) {
    opacity: 0.55;
  }
  tr[data-status='silent'] td.car,
  tr[data-status='out'] td.car {
    color: var(--text-third);
  }
  /* Told from the last passing of the line, or from one that is not known well. */
  .unsure {
    color: var(--text-third);
  }
  .loading svg {
    opacity: 0.45;
  }
  .finished {
    color: var(--text-second);
  }
  .battle {
    box-shadow: inset -3px 0 var(--other);
    color: var(--other);
    font-weight: 700;
  }
  .time {
    font-weight: 500;
  }
  .done-before {
    color: var(--text-third);
  }
  svg.minis {
    display: block;
    width: ${MINI_SECTORS * 5}px;
    height: 12px;
    margin-left: auto;
  }
  .minis rect {
    fill: var(--line);
  }
  .minis .slower {
    fill: var(--slower);
  }
  .minis .personal-best {
    fill: var(--personal-best);
  }
  .minis .session-best {
    fill: var(--session-best);
  }
  .minis .unknown {
    fill: var(--line-strong);
  }
  @container (max-width: 760px) {
    .wide {
      display: none;
    }
  }
  /* A long name leaves the mini-sectors their room. */
  @container (min-width: 561px) and (max-width: 760px) {
    .car .clipped {
      max-width: 120px;
    }
  }
  @container (max-width: 560px) {
    .roomy {
      display: none;
    }
  }
  /* Where not all columns have room the car stays in sight. */
  tbody tr {
    background: var(--panel);
  }
  .place,
  .car {
    position: sticky;
    left: 0;
    z-index: 1;
    background: inherit;
  }
  .car {
    left: 36px;
  }
  th.place,
  th.car {
    z-index: 2;
    background: var(--panel);
  }
  caption {
    padding: 4px 8px;
    color: var(--text-third);
    font-size: var(--size-small);
    text-align: left;
    caption-side: bottom;
  }
`;
