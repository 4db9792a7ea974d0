import { css } from 'lit';

/** What is to be printed: black on white, and the same on the screen. It gives the properties of page.css other values. */
export const paper = css`
  :host {
    color-scheme: light;
    --ground: #ffffff;
    --panel: #ffffff;
    --raised: #f3f5f6;
    --hover: #e9edf0;
    --selected: #dde9f4;
    --line: #cfd5da;
    --line-strong: #7b8790;
    --text: #000000;
    --text-second: #30383e;
    --text-third: #535e66;
    --good: #0b6b3a;
    --warn: #8a4b00;
    --bad: #b3261e;
    --reference: #0b5394;
    --other: #a04d00;
    --focus: #0b5394;
    --row: 20px;
    --size: 11px;
    --size-small: 10px;
    background: var(--ground);
    color: var(--text);
    font-size: var(--size);
  }
`;

/** Lines on paper, after Okabe and Ito, darkened for a white ground; each has its strokes too. */
export const PAPER_LINES: readonly string[] = ['#000000', '#0b5f9e', '#b04a00', '#00704f', '#9c3f80', '#6b5d00', '#4f5b63'];
