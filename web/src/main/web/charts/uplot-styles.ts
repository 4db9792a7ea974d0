import { css } from 'lit';

/**
 * What uPlot needs inside a shadow root. Its own style sheet would have to stand in the document,
 * where it does not reach, and brings a legend and fonts that are not used here.
 */
export const uplotStyles = css`
  .uplot {
    width: min-content;
  }
  .u-wrap {
    position: relative;
    user-select: none;
  }
  .u-over,
  .u-under {
    position: absolute;
  }
  .u-under {
    overflow: hidden;
  }
  .uplot canvas {
    display: block;
    position: relative;
    width: 100%;
    height: 100%;
  }
  .u-axis {
    position: absolute;
  }
  .u-select {
    position: absolute;
    background: color-mix(in srgb, var(--focus) 18%, transparent);
    pointer-events: none;
  }
  .u-cursor-x,
  .u-cursor-y {
    position: absolute;
    top: 0;
    left: 0;
    pointer-events: none;
    will-change: transform;
  }
  .u-cursor-x {
    height: 100%;
    border-right: 1px solid var(--text-second);
  }
  .u-cursor-pt {
    position: absolute;
    top: 0;
    left: 0;
    border: 0 solid;
    border-radius: 50%;
    background-clip: padding-box !important;
    pointer-events: none;
    will-change: transform;
  }
  /* The mark, and what is measured from it: cut off at the edges of the panel. */
  .u-over {
    overflow: hidden;
  }
  .mark,
  .measured {
    position: absolute;
    top: 0;
    left: 0;
    height: 100%;
    pointer-events: none;
    will-change: transform;
  }
  .mark {
    border-right: 2px dotted var(--focus);
  }
  .measured {
    background: color-mix(in srgb, var(--focus) 9%, transparent);
  }
  .off,
  .u-off {
    display: none;
  }
`;
