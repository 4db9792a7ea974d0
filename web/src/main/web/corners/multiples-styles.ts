import { css } from 'lit';

/** Small charts beside one another, as many as there is room for. */
export const multiplesStyles = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(116px, 1fr));
    gap: 1px;
  }
  .multiple {
    padding: 3px 8px 5px;
    border-bottom: 1px solid var(--line);
    cursor: pointer;
  }
  .multiple:hover {
    background: var(--hover);
  }
  .multiple p {
    display: flex;
    align-items: baseline;
    font-size: var(--size-small);
  }
  .corner {
    font-size: var(--size);
    font-weight: 700;
  }
  .arrow {
    width: 14px;
    color: var(--text-second);
    text-align: center;
  }
  .newest {
    margin-left: auto;
  }
  svg {
    display: block;
    width: 100%;
    height: 56px;
  }
  .zero {
    stroke: var(--text-third);
    vector-effect: non-scaling-stroke;
  }
  rect {
    fill: var(--text-third);
    opacity: 0.8;
  }
  rect.better {
    fill: var(--good);
  }
  rect.worse {
    fill: var(--slower);
  }
  rect.other {
    fill: var(--text-second);
  }
  rect.unknown {
    fill: none;
    stroke: var(--line-strong);
    vector-effect: non-scaling-stroke;
  }
  rect.cut {
    fill: var(--panel);
    opacity: 1;
  }
  rect.chosen {
    opacity: 1;
    stroke: var(--text);
    vector-effect: non-scaling-stroke;
  }
  rect.lit {
    opacity: 1;
    fill: var(--text);
  }
`;
