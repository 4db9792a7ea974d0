import { css } from 'lit';

/** A panel of laps: a line of tools, what is pointed at, and the chart, which takes the rest. */
export const lapPanel = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .tools {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--gap-1);
    min-height: calc(var(--control) + 8px);
    padding: 3px 4px 3px 10px;
    border-bottom: 1px solid var(--line);
    overflow: auto hidden;
    scrollbar-width: none;
  }
  .tools > * {
    flex: none;
  }
  .tools .space {
    flex: 1 0 0;
  }
  .readout {
    flex: none;
    height: calc(var(--size) * 1.4 + 8px);
    padding: 4px 10px;
    overflow: hidden;
    color: var(--text-second);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .readout b {
    color: var(--text);
  }
  .chart {
    flex: 1 1 0;
    min-height: 0;
  }
`;
