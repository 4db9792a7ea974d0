import { css } from 'lit';

/** Two tables beneath one another; on a phone a decision takes several lines. */
export const boardViewStyles = css`
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
  h2 {
    margin: var(--gap-4) 0 var(--gap-2);
    font-size: var(--size-large);
    font-weight: 600;
  }
  .audit td {
    height: 30px;
    cursor: default;
  }
  .audit td.what {
    width: 100%;
    max-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .audit a:hover {
    text-decoration: underline;
  }
  .old {
    padding: var(--gap-1) var(--gap-2);
    border-bottom: 1px solid var(--line);
  }
  td {
    height: 38px;
    cursor: pointer;
  }
  td.title {
    width: 40%;
    font-weight: 600;
  }
  tbody tr:last-child td {
    border-bottom: 0;
  }
  .name {
    margin-left: var(--gap-2);
    color: var(--text-third);
    font-weight: 400;
  }
  .narrow {
    display: none;
  }
  .phase {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  @media (max-width: 720px) {
    .roomy {
      display: none;
    }
    td.title {
      white-space: normal;
      overflow-wrap: anywhere;
      line-height: 1.25;
    }
    td {
      height: 52px;
      padding: 0 6px;
    }
    th {
      padding: 0 6px;
      line-height: 1.2;
      white-space: normal;
    }
    .audit td {
      height: 44px;
    }
    .audit td.what {
      max-width: none;
      padding: 4px 6px;
      overflow-wrap: anywhere;
      line-height: 1.25;
      white-space: normal;
    }
    .narrow {
      display: block;
    }
  }
`;
