import { svg } from 'lit';
import type { Verdict } from '../model/corner-comparison.js';

/** To the right of the middle what is lost, to its left what is won; as long as its part of the greatest. */
export const lossBar = (part: number, verdict: Verdict) => {
  const width = Math.min(1, Math.abs(part)) * 21;
  return svg`<svg viewBox="0 0 44 10" aria-hidden="true">
    <rect class=${verdict} x=${part < 0 ? 22 - width : 22} y="2" width=${width} height="6"></rect>
    <line class="zero" x1="22" x2="22" y1="0" y2="10"></line>
  </svg>`;
};
