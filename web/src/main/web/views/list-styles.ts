import { css } from 'lit';

/** A page with a table of sessions, each row of which leads to one; on a phone with the columns that matter. */
export const listStyles = css`
  :host {
    height: 100%;
    overflow: auto;
  }
  .page {
    max-width: 1120px;
    margin: 0 auto;
    padding: var(--gap-4) var(--gap-3);
  }
  h1 {
    margin-bottom: var(--gap-3);
    font-size: var(--size-title);
    font-weight: 600;
  }
  .frame {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    overflow: auto;
  }
  td {
    height: 38px;
    cursor: pointer;
  }
  /* Takes what the others leave, and is cut where that is not enough. */
  td.title {
    width: 40%;
    min-width: 180px;
    max-width: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .name {
    margin-left: var(--gap-2);
    color: var(--text-third);
    font-weight: 400;
  }
  tbody tr:last-child td {
    border-bottom: 0;
  }
  @media (max-width: 720px) {
    .roomy {
      display: none;
    }
    td.title {
      min-width: 0;
      max-width: none;
      white-space: normal;
      overflow-wrap: anywhere;
      line-height: 1.25;
    }
    th,
    td {
      padding: 0 6px;
    }
    td {
      height: 52px;
    }
  }
`;
