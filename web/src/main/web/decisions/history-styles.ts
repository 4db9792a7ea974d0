import { css } from 'lit';

/** Steps beneath one another on a line. */
export const historyStyles = css`
  :host {
    height: 100%;
    overflow: auto;
    scrollbar-color: var(--line-strong) transparent;
    scrollbar-width: thin;
  }
  .earlier {
    padding: var(--gap-2) 10px 0;
  }
  ol {
    padding: var(--gap-2) 10px;
  }
  li {
    position: relative;
    margin-left: 4px;
    padding: 0 0 var(--gap-3) 18px;
    border-left: 1px solid var(--line-strong);
  }
  li:last-child {
    border-color: transparent;
  }
  .mark-flag {
    position: absolute;
    top: 3px;
    left: -6px;
    background-color: var(--panel);
  }
  .later {
    border-left-style: dashed;
  }
  .later .text {
    color: var(--text-second);
  }
  .boundary {
    padding-bottom: var(--gap-2);
    color: var(--other);
    font-weight: 600;
  }
  .text {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 var(--gap-2);
    margin-top: 2px;
  }
  dt {
    color: var(--text-third);
  }
  dd {
    overflow-wrap: anywhere;
  }
  a {
    color: var(--reference);
  }
  a:hover {
    text-decoration: underline;
  }
  .late {
    color: var(--other);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-1);
    margin-top: var(--gap-1);
  }
  .tools button {
    height: 22px;
  }
  summary {
    width: max-content;
    margin-top: 2px;
    color: var(--text-third);
    cursor: pointer;
  }
  .record {
    font-size: var(--size-small);
  }
  @media (max-width: 720px) {
    :host {
      height: auto;
    }
    .tools button,
    summary {
      height: 32px;
      line-height: 32px;
    }
  }
`;
