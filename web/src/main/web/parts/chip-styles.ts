import { css } from 'lit';

/** How fresh what is shown is: a mark and words. */
export const chipStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: var(--control);
    padding: 0 10px;
    border: 1px solid currentcolor;
    border-radius: var(--radius);
    font-weight: 600;
    white-space: nowrap;
  }
  .chip::before {
    width: 8px;
    height: 8px;
    background: currentcolor;
    content: '';
  }
`;
