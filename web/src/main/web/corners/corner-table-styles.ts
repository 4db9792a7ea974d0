import { css } from 'lit';

/** A row a corner; in narrow panels the difference stands below the value, and what is wanted least is left out. */
export const cornerTableStyles = css`
  tbody tr {
    cursor: pointer;
  }
  tbody tr:last-child td {
    border-bottom-color: var(--line-strong);
  }
  td,
  th {
    padding: 0 6px;
  }
  .corner {
    font-weight: 700;
  }
  .arrow {
    display: inline-block;
    width: 14px;
    color: var(--text-second);
    font-weight: 400;
    text-align: center;
  }
  .difference {
    display: inline-block;
    min-width: 30px;
    margin-left: 4px;
    font-size: var(--size-small);
  }
  .difference.even,
  .difference.other {
    color: var(--text-third);
  }
  .lost {
    font-weight: 600;
  }
  svg {
    display: inline-block;
    width: 44px;
    height: 10px;
    margin-right: 6px;
    vertical-align: -1px;
  }
  .zero {
    stroke: var(--line-strong);
  }
  rect.better {
    fill: var(--good);
  }
  rect.worse {
    fill: var(--slower);
  }
  tfoot td {
    border: 0;
    color: var(--text-second);
  }
  @container (max-width: 760px) {
    .roomy {
      display: none;
    }
  }
  @container (max-width: 600px) {
    .wide,
    svg {
      display: none;
    }
    td,
    th {
      padding: 0 4px;
    }
    tbody td {
      height: 36px;
      line-height: 15px;
    }
    .difference {
      display: block;
      min-width: 0;
      margin: 0;
    }
  }
`;
