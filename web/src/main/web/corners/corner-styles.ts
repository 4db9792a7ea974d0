import { css } from 'lit';

/** A row of tools, a line that says what is looked at, and what takes the rest and scrolls. */
export const cornerStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    container-type: inline-size;
  }
  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: var(--gap-1);
    align-items: center;
    padding: 4px;
    border-bottom: 1px solid var(--line);
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
  .readout b::first-letter {
    text-transform: uppercase;
  }
  .readout b {
    display: inline-block;
    color: var(--text);
    font-weight: 600;
  }
  .body {
    position: relative;
    flex: 1 1 0;
    min-height: 0;
    overflow: auto;
    scrollbar-color: var(--line-strong) transparent;
    scrollbar-width: thin;
  }
  @container (max-width: 760px) {
    .readout {
      display: -webkit-box;
      height: calc(var(--size) * 2.8 + 8px);
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  }
  .stale {
    opacity: 0.55;
  }
  .again {
    margin-top: var(--gap-3);
  }
  .better {
    color: var(--good);
  }
  .worse {
    color: var(--slower);
  }
`;
