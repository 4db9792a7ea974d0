import { css } from 'lit';

/** How the parts of a session share the screen: three columns, two on a laptop, one at a time on a phone. */
export const sessionStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100%;
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--gap-2) var(--gap-4);
    padding: var(--gap-2) var(--gap-3);
  }
  h1 {
    overflow: hidden;
    font-size: var(--size-title);
    font-weight: 600;
    line-height: 1.2;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts {
    overflow: hidden;
    color: var(--text-second);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .right {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--gap-2);
    margin-left: auto;
  }
  .clock {
    margin-right: var(--gap-2);
    font-size: var(--size-clock);
    font-weight: 600;
    line-height: 1;
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
  /* What is not fresh looks so: the values stay readable, but nobody takes them for now. */
  .grid[data-fresh='false'] .traces,
  .grid[data-fresh='false'] .map {
    opacity: 0.5;
  }
  .clock[data-fresh='false'] {
    color: var(--warn);
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
    :host {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    .head {
      flex-wrap: wrap;
    }
    h1 {
      flex-basis: 100%;
    }
    .facts {
      display: none;
    }
    .right {
      flex-basis: 100%;
    }
    .clock {
      margin-right: auto;
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
