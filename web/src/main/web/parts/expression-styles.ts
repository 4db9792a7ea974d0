import { css } from 'lit';

/** The field and what lies behind it have the same measures, so that a mark stands beneath its character. */
export const expressionStyles = css`
  .field {
    position: relative;
    display: grid;
  }
  textarea,
  .behind {
    grid-area: 1 / 1;
    min-height: calc(var(--control) + 16px);
    margin: 0;
    padding: 4px var(--gap-2) 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;
    font-size: 13px;
    line-height: 22px;
    letter-spacing: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  textarea {
    width: 100%;
    background: none;
    color: var(--text);
    overflow: hidden;
    resize: none;
  }
  textarea::placeholder {
    color: var(--text-third);
  }
  .behind {
    border-color: transparent;
    background: var(--ground);
    color: transparent;
    pointer-events: none;
  }
  .wrong textarea {
    border-color: var(--bad);
  }
  mark {
    position: relative;
    background: color-mix(in srgb, var(--bad) 26%, transparent);
    color: transparent;
    box-shadow: 0 2px 0 var(--bad);
  }
  mark::after {
    position: absolute;
    top: 12px;
    left: 0;
    width: 1ch;
    color: var(--bad);
    content: '^';
    text-align: center;
  }
  ul {
    position: absolute;
    z-index: 3;
    top: calc(100% + 2px);
    left: 0;
    min-width: 280px;
    max-width: 100%;
    padding: var(--gap-1) 0;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--raised);
    box-shadow: 0 10px 32px rgb(0 0 0 / 55%);
  }
  li {
    display: flex;
    gap: var(--gap-3);
    align-items: center;
    height: var(--row);
    padding: 0 var(--gap-2);
    white-space: nowrap;
    cursor: pointer;
  }
  li.active {
    background: var(--selected);
  }
  li .note {
    margin-left: auto;
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
