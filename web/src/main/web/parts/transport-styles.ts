import { css } from 'lit';

/** A row of controls and the line of time; on a phone two rows. */
export const transportStyles = css`
  :host {
    padding: 0 var(--gap-3) var(--gap-2);
  }
  .line {
    flex: 1 1 auto;
  }
  input::-webkit-slider-runnable-track {
    height: 6px;
    border-radius: 3px;
    /* From where it may still change, it is hatched. */
    background:
      repeating-linear-gradient(-45deg, var(--ground) 0 2px, transparent 2px 5px) right / calc(100% - var(--final, 100%)) 100% no-repeat,
      linear-gradient(to right, var(--other) var(--done), var(--line-strong) var(--done));
  }
  input::-webkit-slider-thumb {
    margin-top: -4px;
  }
  input::-moz-range-track {
    height: 6px;
    border-radius: 3px;
    background:
      repeating-linear-gradient(-45deg, var(--ground) 0 2px, transparent 2px 5px) right / calc(100% - var(--final, 100%)) 100% no-repeat,
      var(--line-strong);
  }
  .marks rect {
    fill: var(--flag-yellow);
  }
  .marks .red {
    fill: var(--flag-red);
  }
  .marks line {
    stroke: var(--text-third);
  }
  .times {
    flex: none;
    min-width: 112px;
    color: var(--text-second);
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .times b {
    color: var(--text);
    font-weight: 600;
  }
  .edge[aria-pressed='true'] {
    color: var(--good);
  }
  select {
    flex: none;
  }
  .break {
    display: none;
  }
  @media (max-width: 720px) {
    :host {
      flex-wrap: wrap;
    }
    .times {
      min-width: 0;
    }
    .times .roomy {
      display: none;
    }
    /* What there is no room for stands in a second row. */
    .break {
      display: block;
      flex: 1 0 100%;
      order: 1;
      height: 0;
    }
    button.roomy,
    select.roomy {
      flex: 1 1 0;
      order: 2;
    }
  }
`;
