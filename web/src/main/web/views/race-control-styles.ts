import { css } from 'lit';

/** The board, the decisions, and the history of an object beside one another; on a phone beneath. */
export const raceControlStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: auto;
  }
  header {
    display: flex;
    flex: none;
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
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: var(--control);
    padding: 0 10px;
    border: 1px solid currentcolor;
    border-radius: var(--radius);
    font-weight: 600;
    white-space: nowrap;
  }
  .chip::before {
    width: 8px;
    height: 8px;
    background: currentcolor;
    content: '';
  }
  .chip.good::before {
    border-radius: 50%;
  }
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
  .believed[aria-busy='true'] {
    opacity: 0.6;
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
  @media (max-width: 1100px) {
    .panels[data-history='true'] {
      grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
    }
    .panels[data-history='true'] .timeline {
      display: none;
    }
  }
  @media (max-width: 720px) {
    header {
      flex-wrap: wrap;
    }
    h1,
    .right {
      flex-basis: 100%;
    }
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
