import { css } from 'lit';

/** A row of controls and the line of time; on a phone two rows. */
export const transportStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--gap-1);
    padding: 0 var(--gap-3) var(--gap-2);
  }
  button {
    flex: none;
    justify-content: center;
    min-width: 34px;
  }
  button svg {
    width: 14px;
    height: 14px;
    fill: currentcolor;
  }
  .line {
    position: relative;
    flex: 1 1 auto;
    height: 28px;
    min-width: 80px;
    margin: 0 var(--gap-2);
  }
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    background: none;
    appearance: none;
    cursor: pointer;
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
    width: 14px;
    height: 14px;
    margin-top: -4px;
    border: 2px solid var(--ground);
    border-radius: 50%;
    background: var(--text);
    appearance: none;
  }
  input::-moz-range-track {
    height: 6px;
    border-radius: 3px;
    background:
      repeating-linear-gradient(-45deg, var(--ground) 0 2px, transparent 2px 5px) right / calc(100% - var(--final, 100%)) 100% no-repeat,
      var(--line-strong);
  }
  .marks {
    position: absolute;
    left: 7px;
    width: calc(100% - 14px);
    height: 100%;
    pointer-events: none;
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
