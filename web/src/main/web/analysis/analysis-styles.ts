import { css } from 'lit';

/** A row of tools, the drawing, and a line of numbers below it. */
export const analysisStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--panel);
  }
  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-1);
    padding: 4px;
    border-bottom: 1px solid var(--line);
  }
  /* Its selects give way, so that all tools stand in one line where they can. */
  .tools > vc-selection-bar {
    flex: 1 1 210px;
    max-width: max-content;
  }
  .body {
    position: relative;
    flex: 1 1 auto;
    min-height: 120px;
  }
  .body > * {
    position: absolute;
    inset: 0;
  }
  .body > vc-colour-bar {
    inset: 2px 12px auto auto;
  }
  /* Its own line: beside it there is no room for what the axis is called. */
  .body:has(> vc-colour-bar) > vc-dot-plane {
    top: 17px;
  }
  .body > vc-note {
    z-index: 1;
    background: var(--panel);
  }
  .numbers {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 var(--gap-3);
    min-height: var(--row);
    padding: 4px 10px;
    border-top: 1px solid var(--line);
    font-size: var(--size-small);
    line-height: 17px;
  }
  .numbers dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--gap-3);
    min-width: 0;
  }
  .numbers div {
    display: flex;
    gap: 5px;
    white-space: nowrap;
  }
  .numbers dt {
    color: var(--text-third);
  }
  /* A line of its own: nothing moves when there is something to read. */
  .read {
    flex: 1 0 100%;
    min-height: 17px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .basis {
    margin-left: auto;
  }
  .reference {
    color: var(--reference);
  }
  .other {
    color: var(--other);
  }
  .key::before {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 5px;
    background: currentcolor;
    content: '';
  }
  .key.other::before {
    border-radius: 50%;
  }
`;
