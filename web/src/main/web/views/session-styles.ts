import { css } from 'lit';

/** How the parts of a session share the screen: three columns, two on a laptop, one at a time on a phone. */
export const sessionStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    height: 100%;
  }
  .away {
    margin-top: var(--gap-3);
  }
  .grid {
    display: grid;
    grid-template: 'timing traces map' minmax(0, 1fr) 'timing traces feed' minmax(0, 1.1fr) /
      minmax(0, 47fr) minmax(0, 32fr) minmax(0, 21fr);
    gap: var(--gap-1);
    min-height: 0;
    padding: 0 var(--gap-1) var(--gap-1);
  }
  .timing {
    grid-area: timing;
    display: flex;
    flex-direction: column;
    gap: var(--gap-1);
    min-height: 0;
  }
  .table {
    flex: 0 1 auto;
    min-height: 90px;
    max-height: 60%;
  }
  .laps {
    flex: 1 1 0;
  }
  vc-timing-key {
    flex: none;
  }
  .traces {
    grid-area: traces;
  }
  .map {
    grid-area: map;
  }
  .feed {
    grid-area: feed;
    display: flex;
    flex-direction: column;
    gap: var(--gap-1);
    min-height: 0;
  }
  .feed > * {
    flex: 1 1 0;
  }
  .grid[data-fresh='false'] vc-car-map {
    opacity: 0.5;
  }
  .tabs {
    display: none;
  }
  @media (max-width: 1100px) {
    .grid {
      grid-template: 'timing map' minmax(0, 0.8fr) 'timing traces' minmax(0, 1fr) 'feed traces' 200px /
        minmax(0, 1.25fr) minmax(0, 1fr);
    }
    .feed {
      flex-direction: row;
    }
  }
  @media (max-width: 720px) {
    .roomy {
      display: none;
    }
    :host {
      grid-template-rows: auto auto minmax(0, 1fr) auto;
    }
    .grid {
      display: block;
    }
    .grid > * {
      display: none;
      height: 100%;
    }
    .grid[data-tab='timing'] .timing,
    .grid[data-tab='traces'] .traces,
    .grid[data-tab='map'] .map,
    .grid[data-tab='feed'] .feed {
      display: flex;
    }
    .grid[data-tab='traces'] .traces {
      display: block;
    }
    .feed {
      flex-direction: column;
    }
    .tabs {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      border-top: 1px solid var(--line);
      background: var(--panel);
    }
    .tabs button {
      justify-content: center;
      height: 48px;
      border: 0;
      border-radius: 0;
      background: none;
      color: var(--text-second);
    }
    .tabs button[aria-selected='true'] {
      box-shadow: inset 0 2px var(--other);
      color: var(--text);
    }
  }
`;
