import { css } from 'lit';

/** Two tables beneath one another; on a phone a decision takes several lines. */
export const boardViewStyles = css`
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
  .narrow {
    display: none;
  }
  .phase {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  @media (max-width: 720px) {
    th {
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
