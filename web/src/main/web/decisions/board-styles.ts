import { css } from 'lit';

/** Sections beneath one another, each with a dense table. */
export const boardStyles = css`
  section + section {
    margin-top: var(--gap-2);
  }
  h3 {
    margin: 0;
    padding: var(--gap-2) 10px 2px;
    font-size: var(--size);
    font-weight: 600;
  }
  .none {
    padding: 2px 10px var(--gap-2);
    color: var(--text-second);
  }
  table {
    table-layout: auto;
  }
  th,
  td {
    padding: 0 6px;
  }
  th:first-child,
  td:first-child {
    padding-left: 10px;
  }
  th:last-child,
  td:last-child {
    padding-right: 10px;
  }
  th {
    position: static;
  }
  td {
    height: 30px;
  }
  tr[data-testid='incident-row'],
  tr[data-testid='penalty-row'],
  tr[data-testid='protest-row'],
  tr[data-testid='entry-row'] {
    cursor: pointer;
  }
  /* Takes what is left, and is cut where that is not enough. */
  td.wide {
    width: 100%;
    max-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  td.state {
    max-width: 220px;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .entries {
    table-layout: fixed;
  }
  .entries th:first-child {
    width: 56px;
  }
  .entries td.wide {
    width: auto;
    max-width: none;
  }
  .result th:first-child {
    width: 44px;
  }
  .cars {
    display: inline-flex;
    gap: 3px;
  }
  .object {
    min-width: 24px;
    height: 22px;
    padding: 0 5px;
    justify-content: center;
    font-weight: 600;
  }
  .cause {
    border-color: transparent;
    background: none;
    color: var(--text-second);
    font-weight: 400;
    text-decoration: underline;
  }
  .now {
    color: var(--other);
    font-weight: 600;
  }
  .unknown {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    padding: 2px 10px;
    color: var(--text-second);
  }
  .unknown button {
    height: 22px;
    padding: 0 6px;
    border: 1px dashed var(--other);
  }
  s {
    color: var(--text-third);
  }
  @media (max-width: 720px) {
    .roomy {
      display: none;
    }
    td {
      height: var(--row);
    }
    td.wide {
      max-width: none;
      width: auto;
      min-width: 110px;
      padding-top: 4px;
      padding-bottom: 4px;
      line-height: 1.25;
      white-space: normal;
    }
    td.state {
      max-width: none;
      white-space: normal;
    }
    .object {
      min-width: 34px;
      height: 30px;
    }
    .unknown button {
      height: 30px;
    }
  }
`;
