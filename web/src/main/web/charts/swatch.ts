import { svg } from 'lit';
import type { TraceLine } from './trace-panel.js';

/** A piece of a line as it is drawn in the panels: colour and strokes. */
export const swatch = ({ colour, dash }: Pick<TraceLine, 'colour' | 'dash'>) =>
  svg`<svg width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
    <line x1="0" y1="4" x2="18" y2="4" stroke=${colour} stroke-width="2" stroke-dasharray=${dash?.join(' ') ?? 'none'} />
  </svg>`;
