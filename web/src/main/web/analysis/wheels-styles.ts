import { css, unsafeCSS } from 'lit';
import { SEQUENTIAL } from '../design/sequential.js';

/** Two by two, as on the car; numbers in columns of fixed width, so that nothing moves while they change. */
export const wheelsStyles = css`
  :host {
    display: flex;
    position: relative;
    flex-direction: column;
    height: 100%;
    overflow: auto;
    background: var(--panel);
    container-type: inline-size;
    scrollbar-width: thin;
  }
  .stale {
    opacity: 0.45;
  }
  .car {
    display: grid;
    flex: 1 0 auto;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-content: start;
  }
  section {
    border-bottom: 1px solid var(--line);
    padding: 4px 10px;
  }
  section:nth-child(odd) {
    border-right: 1px solid var(--line);
  }
  h3 {
    margin: 0 0 2px;
    font-size: var(--size);
    font-weight: 600;
  }
  h3 span {
    font-weight: 400;
  }
  .tyre {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 2px;
    max-width: 240px;
    margin-bottom: 2px;
  }
  .strip {
    text-align: center;
  }
  .block {
    display: block;
    overflow: visible;
  }
  .block.tyre {
    width: 100%;
    height: 26px;
  }
  .block.brake {
    width: 44px;
    height: 16px;
    margin-left: auto;
  }
  .block rect {
    stroke: none;
  }
  .block .unknown {
    stroke: var(--line-strong);
    stroke-dasharray: 3 2;
  }
  .block text {
    font-size: 13px;
    font-weight: 600;
    text-anchor: middle;
    dominant-baseline: central;
  }
  .block.brake text {
    font-size: 12px;
  }
  .range {
    font-size: var(--size-small);
    white-space: nowrap;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 78px) 48px 34px minmax(0, 62px);
    align-items: center;
    gap: 4px;
    min-height: 17px;
    line-height: 17px;
  }
  dt {
    overflow: hidden;
    color: var(--text-second);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .now {
    font-weight: 600;
    text-align: right;
    white-space: nowrap;
  }
  .unit {
    font-size: var(--size-small);
    white-space: nowrap;
  }
  dl .range {
    text-align: right;
  }
  .foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 var(--gap-3);
    padding: 4px 10px;
    border-top: 1px solid var(--line);
    font-size: var(--size-small);
  }
  .scale {
    display: inline-flex;
    align-items: center;
    gap: 5px;
  }
  .scale i {
    width: 40px;
    height: 7px;
    background: linear-gradient(90deg, ${unsafeCSS(SEQUENTIAL.join(', '))});
  }
  vc-note {
    position: absolute;
    inset: 0;
  }
  @container (max-width: 419px) {
    dl > div {
      grid-template-columns: minmax(0, 1fr) 44px 28px;
    }
    dl .range {
      grid-column: 1 / -1;
      margin-top: -4px;
    }
    dl .range:empty {
      display: none;
    }
    section {
      padding: 6px;
    }
  }
`;
