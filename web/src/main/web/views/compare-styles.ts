import { css } from 'lit';

/** Panels on the left, map and readout on the right; on a phone beneath one another. */
export const compareStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--gap-2) var(--gap-3);
    padding: var(--gap-2) var(--gap-3);
  }
  .tools {
    display: flex;
    gap: var(--gap-1);
  }
  .grid {
    display: grid;
    grid-template: 'panels map' minmax(0, 1fr) 'panels readout' minmax(0, 1fr) / minmax(0, 1fr) minmax(280px, 26%);
    gap: var(--gap-1);
    min-height: 0;
    padding: 0 var(--gap-1) var(--gap-1);
  }
  .panels {
    grid-area: panels;
  }
  .map {
    grid-area: map;
  }
  .readout {
    grid-area: readout;
  }
  .grid[aria-busy='true'] {
    opacity: 0.6;
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
    .head > button,
    .tools {
      order: 1;
    }
    .grid {
      grid-template: 'map' 260px 'panels' 560px 'readout' auto / minmax(0, 1fr);
    }
  }
`;
