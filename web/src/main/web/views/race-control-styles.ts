import { css } from 'lit';

/** The board, the decisions, and the history of an object beside one another; on a phone beneath. */
export const raceControlStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: auto;
  }
  vc-decisions-head,
  vc-known-at-bar,
  vc-status-strip {
    flex: none;
  }
  .believed {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-height: 0;
  }
  /* Grey rather than dim: it stays readable however long the answer takes, and quick ones do not flicker. */
  .believed[aria-busy='true'] {
    filter: saturate(0);
    transition: filter 0.1s 0.2s;
  }
  .panels {
    display: grid;
    flex: 1 1 auto;
    grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
    gap: var(--gap-1);
    min-height: 0;
    padding: var(--gap-1);
  }
  .panels[data-history='true'] {
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 0.9fr) minmax(0, 0.8fr);
  }
  /* Apart from what decides something. */
  .away {
    margin-left: var(--gap-3);
    padding: 0 10px;
    border-color: transparent;
    background: none;
  }
  @media (max-width: 1100px) {
    .panels[data-history='true'] {
      grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
    }
    .panels[data-history='true'] .timeline {
      display: none;
    }
  }
  @media (max-width: 720px) {
    .believed {
      flex: none;
    }
    .panels,
    .panels[data-history='true'] {
      grid-template-columns: minmax(0, 1fr);
    }
    .panels[data-history='true'] .timeline {
      display: flex;
    }
    .history {
      order: -1;
    }
    .timeline {
      height: 70dvh;
    }
  }
`;
