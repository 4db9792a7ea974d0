import { css } from 'lit';

/** Panels above one another, their labels on top of them, and the statistics beneath. */
export const traceStackStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    container-type: inline-size;
  }
  .plots {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
  }
  .stack {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden auto;
  }
  .row {
    position: relative;
    flex: 1 1 0;
    min-height: 74px;
    border-bottom: 1px solid var(--line);
  }
  .row.heavy {
    flex-grow: 1.6;
  }
  /* The x axis, and in a comparison the delta, stay in sight where there is no room for all panels. */
  .row.last {
    position: sticky;
    z-index: 4;
    bottom: 0;
    flex-grow: 1.25;
    background: var(--panel);
  }
  .row.folded {
    flex: none;
    height: 24px;
    min-height: 0;
  }
  .folded .host {
    display: none;
  }
  .label {
    position: absolute;
    z-index: 2;
    top: 3px;
    right: 10px;
    left: 52px;
    display: flex;
    gap: var(--gap-2);
    align-items: baseline;
    pointer-events: none;
    font-size: var(--size-small);
  }
  .label > * {
    background: color-mix(in srgb, var(--panel) 72%, transparent);
  }
  .title {
    color: var(--text);
    font-weight: 600;
  }
  .readout {
    display: flex;
    gap: var(--gap-3);
    margin-left: auto;
    font-size: var(--size);
  }
  .readout > span {
    white-space: nowrap;
  }
  .value {
    display: inline-block;
    min-width: 44px;
    text-align: right;
  }
  .since-mark:not(:empty) {
    display: inline-block;
    min-width: 58px;
    margin-left: 5px;
    font-size: var(--size-small);
    opacity: 0.85;
    text-align: right;
  }
  @container (max-width: 620px) {
    /* Many laps on a narrow screen: their values stand in the table and in the readout. */
    .many .readout {
      display: none;
    }
    .readout {
      gap: var(--gap-1);
    }
  }
  /* On the panels, so that nothing moves when somebody begins to measure. */
  .measure {
    position: absolute;
    z-index: 5;
    right: 16px;
    bottom: 26px;
    padding: 1px 6px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    font-size: var(--size-small);
    pointer-events: none;
  }
  .why {
    right: auto;
    left: 52px;
    color: var(--warn);
  }
  .host {
    position: absolute;
    inset: 0;
    touch-action: pan-y;
  }
`;
