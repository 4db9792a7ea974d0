import { css } from 'lit';

/** A line of time, sign and words; who and why beneath. */
export const timelineStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .filter {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--gap-1);
    padding: 4px;
    border-bottom: 1px solid var(--line);
  }
  .filter select {
    flex: 0 1 auto;
  }
  .count {
    margin-left: auto;
    padding-right: 6px;
    color: var(--text-second);
    white-space: nowrap;
  }
  .lines {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    overflow: auto;
    scrollbar-color: var(--line-strong) transparent;
    scrollbar-width: thin;
  }
  li button {
    display: grid;
    grid-template-columns: auto 10px minmax(0, 1fr);
    gap: 0 var(--gap-2);
    align-items: baseline;
    width: 100%;
    height: auto;
    padding: 4px 10px;
    border: 0;
    border-bottom: 1px solid var(--line);
    border-radius: 0;
    background: none;
    line-height: 1.35;
    text-align: left;
    white-space: normal;
  }
  time {
    color: var(--text-second);
    font-variant-numeric: tabular-nums;
  }
  .mark-flag {
    align-self: start;
    margin-top: 4px;
  }
  .text {
    overflow-wrap: anywhere;
  }
  .by {
    grid-column: 3;
    overflow: hidden;
    color: var(--text-third);
    font-size: var(--size-small);
    overflow-wrap: anywhere;
  }
  .late {
    color: var(--other);
    white-space: nowrap;
  }
  .later .text,
  .later time {
    color: var(--text-third);
  }
  .later li {
    background: repeating-linear-gradient(-45deg, transparent 0 5px, var(--raised) 5px 7px);
  }
  .divider {
    padding: 3px 10px;
    border-bottom: 1px solid var(--other);
    border-top: 1px solid var(--other);
    background: var(--raised);
    color: var(--other);
    font-weight: 600;
  }
  .none {
    padding: var(--gap-2) 10px;
    color: var(--text-second);
  }
`;
