import { css } from 'lit';

/** One row; where the past is looked at it is marked, so that nobody takes it for now. On a phone two rows. */
export const knownAtStyles = css`
  :host {
    margin: var(--gap-1);
    padding: var(--gap-1) var(--gap-2);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
  }
  :host([past]) {
    border-color: var(--other);
    background: var(--raised);
  }
  .line {
    flex: 1 1 300px;
  }
  input::-webkit-slider-runnable-track {
    height: 2px;
    background: var(--line-strong);
  }
  input::-webkit-slider-thumb {
    margin-top: -6px;
  }
  :host([past]) input::-webkit-slider-thumb {
    background: var(--other);
  }
  input::-moz-range-track {
    height: 2px;
    background: var(--line-strong);
  }
  .marks {
    overflow: visible;
  }
  line {
    stroke: var(--text-third);
  }
  line.session {
    stroke: var(--text);
    stroke-width: 2;
  }
  line.incident {
    stroke: var(--warn);
    stroke-width: 2;
  }
  line.penalty {
    stroke: var(--bad);
    stroke-width: 2;
  }
  line.result {
    stroke: var(--reference);
    stroke-width: 2;
  }
  rect {
    fill: none;
  }
  rect.green {
    fill: var(--flag-green);
  }
  rect.yellow {
    fill: var(--flag-yellow);
  }
  rect.red {
    fill: var(--flag-red);
  }
  rect.chequered {
    fill: var(--text-third);
  }
  .told {
    /* The line keeps its length while one goes through moments. */
    flex: 0 0 440px;
    min-height: 34px;
    line-height: 17px;
  }
  .past,
  .since {
    color: var(--other);
    font-weight: 600;
  }
  .told:not(:has(br)) {
    line-height: 34px;
  }
  .since + .since::before {
    color: var(--text-third);
    content: '· ';
  }
  @media (max-width: 1100px) {
    :host {
      flex-wrap: wrap;
    }
    .line {
      flex-basis: 160px;
    }
    .edge {
      order: 1;
    }
    .told,
    .told:not(:has(br)) {
      min-height: 0;
      line-height: 1.4;
      flex-basis: 100%;
      order: 2;
    }
  }
`;
