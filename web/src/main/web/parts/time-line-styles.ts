import { css } from 'lit';

/** A row of buttons and a line of time with marks behind its slider. */
export const timeLineStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--gap-1);
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
    min-width: 80px;
    height: 28px;
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
  input::-webkit-slider-thumb {
    width: 14px;
    height: 14px;
    border: 2px solid var(--ground);
    border-radius: 50%;
    background: var(--text);
    appearance: none;
  }
  .marks {
    position: absolute;
    left: 7px;
    width: calc(100% - 14px);
    height: 100%;
    pointer-events: none;
  }
`;
