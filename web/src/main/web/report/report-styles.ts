import { css } from 'lit';

/** A sheet of A4 on the screen; in print nothing but its text. */
export const reportStyles = css`
  :host {
    height: 100%;
    overflow: auto;
    background: var(--raised);
  }
  .chrome {
    position: sticky;
    top: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--gap-2);
    padding: var(--gap-2) var(--gap-3);
    border-bottom: 1px solid var(--line);
    background: var(--raised);
  }
  .chrome label {
    display: inline-flex;
    align-items: center;
    gap: var(--gap-1);
  }
  .chrome .made {
    margin-left: auto;
    color: var(--text-third);
  }
  article {
    max-width: 210mm;
    margin: var(--gap-4) auto;
    padding: 14mm 12mm;
    border: 1px solid var(--line);
    background: var(--ground);
    line-height: 1.4;
  }
  h1 {
    font-size: 20px;
    font-weight: 700;
    line-height: 1.2;
  }
  h2 {
    margin: 20px 0 6px;
    padding-bottom: 2px;
    border-bottom: 1.5px solid var(--text);
    font-size: 13px;
    font-weight: 700;
    break-after: avoid;
  }
  .state {
    display: inline-block;
    margin: 6px 0;
    padding: 2px 8px;
    border: 1.5px solid var(--text);
    font-weight: 700;
  }
  .remark a {
    text-decoration: underline;
  }
  .remark {
    margin: 4px 0;
    color: var(--text-second);
    break-inside: avoid;
  }
  dl.facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px var(--gap-4);
    margin-top: var(--gap-2);
  }
  .facts dt {
    color: var(--text-third);
  }
  /* Where more of a table lies beside, its edge is shaded. */
  .wide {
    overflow-x: auto;
    background:
      linear-gradient(to right, var(--ground) 60%, transparent) left / 24px 100% no-repeat local,
      linear-gradient(to left, var(--ground) 60%, transparent) right / 24px 100% no-repeat local,
      linear-gradient(to right, var(--line-strong), transparent) left / 10px 100% no-repeat scroll,
      linear-gradient(to left, var(--line-strong), transparent) right / 10px 100% no-repeat scroll,
      var(--ground);
  }
  th {
    position: static;
    box-shadow: none;
    border-bottom: 1px solid var(--text);
    background: none;
    color: var(--text-second);
    font-weight: 600;
    vertical-align: bottom;
  }
  th,
  td {
    padding: 1px 6px;
  }
  table.snug {
    width: auto;
  }
  td.text {
    white-space: normal;
    text-align: left;
  }
  tbody tr:hover {
    background: none;
  }
  tr {
    break-inside: avoid;
  }
  thead {
    display: table-header-group;
  }
  .best {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .again {
    color: var(--text-third);
  }
  figure {
    margin: 6px 0;
    break-inside: avoid;
  }
  figcaption {
    color: var(--text-second);
  }
  figure svg {
    display: block;
    width: 100%;
    height: auto;
    font: 400 9px / 1 var(--font);
  }
  svg .grid {
    stroke: var(--line);
    stroke-width: 0.5;
  }
  svg .zero {
    stroke: var(--text-third);
    stroke-width: 0.75;
  }
  svg .axis {
    fill: var(--text-second);
  }
  svg .band {
    fill: var(--hover);
    stroke: var(--line-strong);
    stroke-width: 0.5;
    stroke-dasharray: 2 2;
  }
  svg .line {
    fill: none;
    stroke-width: 1.1;
    stroke-linejoin: round;
  }
  svg .trend {
    stroke-width: 0.75;
    stroke-dasharray: 4 3;
    opacity: 0.7;
  }
  svg .label {
    font-weight: 700;
  }
  svg circle,
  svg line {
    stroke-width: 0.8;
  }
  svg .letter {
    font-weight: 700;
  }
  @media (max-width: 720px) {
    article {
      margin: 0;
      padding: var(--gap-4) var(--gap-3);
      border: 0;
    }
    .chrome .made {
      margin-left: 0;
      flex-basis: 100%;
    }
  }
  @media print {
    :host {
      height: auto;
      overflow: visible;
      background: none;
    }
    .chrome {
      display: none;
    }
    article {
      max-width: none;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .wide {
      overflow: visible;
      background: none;
    }
    p {
      orphans: 3;
      widows: 3;
    }
  }
`;
