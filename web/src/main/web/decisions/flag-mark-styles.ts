import { css } from 'lit';

/** A small square in the colour of a flag; the words beside it say the same. */
export const flagMarks = css`
  .mark-flag {
    display: inline-block;
    flex: none;
    width: 10px;
    height: 10px;
    border: 1px solid var(--text-third);
  }
  .mark-flag.green {
    border-color: transparent;
    background: var(--flag-green);
  }
  .mark-flag.yellow {
    border-color: transparent;
    background: var(--flag-yellow);
  }
  .mark-flag.red {
    border-color: transparent;
    background: var(--flag-red);
  }
  .mark-flag.chequered {
    background: repeating-conic-gradient(var(--flag-chequered) 0 25%, var(--ground) 0 50%) 50% / 5px 5px;
  }
  .mark-flag.incident {
    border-color: transparent;
    border-radius: 50%;
    background: var(--warn);
  }
  .mark-flag.penalty {
    border-color: transparent;
    background: var(--bad);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
  }
  .mark-flag.result {
    border-color: var(--reference);
    border-width: 2px;
  }
  .mark-flag.entry {
    border-radius: 50%;
  }
`;
