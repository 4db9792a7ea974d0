import { css } from 'lit';

/** Pickers and tools, the laps that are compared, and the comparison. */
export const compareStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    height: 100%;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    align-items: center;
    gap: var(--gap-2) var(--gap-3);
    padding: var(--gap-2) var(--gap-3);
  }
  .second-row {
    display: flex;
    align-items: start;
    gap: var(--gap-3);
    padding: 0 var(--gap-3) var(--gap-2);
  }
  vc-compare-legend {
    flex: 1 1 0;
  }
  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--gap-1);
    margin-left: auto;
  }
  .start {
    align-self: center;
  }
  @media (max-width: 720px) {
    :host {
      display: block;
      overflow: auto;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
    }
    .head vc-lap-picker {
      flex: 1 1 100%;
    }
    .head > button {
      order: 1;
    }
    .second-row {
      flex-wrap: wrap;
    }
    vc-compare-legend,
    .tools {
      flex: 1 1 100%;
    }
  }
`;
