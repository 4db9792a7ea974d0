import { css } from 'lit';

/** Basics that every element of the page starts from. */
export const base = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  h1,
  h2,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  .second {
    color: var(--text-second);
  }
  .third {
    color: var(--text-third);
  }
  .good {
    color: var(--good);
  }
  .warn {
    color: var(--warn);
  }
  .bad {
    color: var(--bad);
  }
  /* Read out, not shown. */
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Buttons, selects and key caps. */
export const controls = css`
  button,
  select,
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: var(--gap-1);
    height: var(--control);
    margin: 0;
    padding: 0 var(--gap-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  select {
    min-width: 0;
    padding-right: 22px;
    background: var(--raised)
      url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="8" height="5"><path d="M0 0h8L4 5z" fill="%238b97a1"/></svg>')
      no-repeat right 8px center;
    text-overflow: ellipsis;
  }
  button:hover:not(:disabled),
  select:hover:not(:disabled),
  .button:hover {
    background-color: var(--hover);
    border-color: var(--text-third);
  }
  button:disabled,
  select:disabled {
    color: var(--text-third);
    cursor: default;
  }
  button[aria-pressed='true'],
  button[aria-selected='true'] {
    background: var(--selected);
    border-color: var(--reference);
  }
  .plain {
    border-color: transparent;
    background: none;
    color: var(--text-second);
  }
  kbd {
    display: inline-block;
    min-width: 18px;
    padding: 0 var(--gap-1);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    color: var(--text-second);
    font: inherit;
    font-size: var(--size-small);
    line-height: 16px;
    text-align: center;
  }
`;

/** Dense tables of numbers. */
export const tables = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    height: var(--row);
    padding: 0 var(--gap-2);
    text-align: right;
    white-space: nowrap;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--panel);
    box-shadow: inset 0 -1px var(--line);
    color: var(--text-third);
    font-size: var(--size-small);
    font-weight: 500;
  }
  td {
    border-bottom: 1px solid var(--line);
  }
  .left {
    text-align: left;
  }
  tbody tr:hover {
    background: var(--hover);
  }
  tbody tr[aria-selected='true'] {
    background: var(--selected);
  }
  .session-best {
    color: var(--session-best);
  }
  .personal-best {
    color: var(--personal-best);
  }
  .slower {
    color: var(--slower);
  }
  .uncertain {
    color: var(--text-third);
  }
  .uncertain .mark {
    font-size: inherit;
    vertical-align: baseline;
  }
  .mark {
    display: inline-block;
    width: 10px;
    font-size: 8px;
    vertical-align: 1px;
  }
  .provisional {
    font-style: italic;
    text-decoration: underline dotted;
    text-underline-offset: 3px;
  }
`;
