import { css } from 'lit';

/** Blocks in a row, of equal height; on a phone two in a row, the phase above them. */
export const statusStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-1);
    padding: 0 var(--gap-1);
  }
  .phase,
  .block {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    justify-content: center;
    gap: 1px;
    height: auto;
    min-height: 58px;
    padding: 5px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--panel);
    text-align: left;
    white-space: normal;
  }
  .phase {
    flex: 1 1 190px;
    max-width: 320px;
  }
  .phase b {
    font-size: var(--size-title);
    line-height: 1.2;
  }
  .phase.green {
    border-left: 6px solid var(--flag-green);
  }
  .phase.yellow {
    background: var(--flag-yellow);
    color: var(--on-flag);
  }
  .phase.red {
    background: var(--flag-red);
    color: var(--on-flag);
  }
  .phase.chequered {
    border-left: 6px solid var(--flag-chequered);
  }
  .phase.yellow:hover,
  .phase.red:hover {
    filter: brightness(1.1);
  }
  .phase.yellow:hover {
    background-color: var(--flag-yellow);
  }
  .phase.red:hover {
    background-color: var(--flag-red);
  }
  .phase .why {
    overflow: hidden;
    max-width: 100%;
    color: var(--text-second);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .phase.yellow .why,
  .phase.red .why,
  .phase.yellow .now,
  .phase.red .now {
    color: var(--on-flag);
  }
  button[aria-pressed='true'] {
    border-color: var(--reference);
    box-shadow: inset 0 0 0 1px var(--reference);
  }
  .block b {
    font-size: var(--size-large);
    line-height: 1.2;
  }
  .block {
    flex: 1 1 110px;
  }
  .sectors {
    flex: 4 1 300px;
  }
  .label {
    color: var(--text-third);
    font-size: var(--size-small);
  }
  .quiet {
    color: var(--text-second);
    font-weight: 600;
  }
  /* What is otherwise now than it was believed then. */
  .now {
    color: var(--other);
    font-weight: 600;
  }
  ol {
    display: flex;
    gap: 2px;
    width: 100%;
  }
  li {
    flex: 1 1 0;
    display: flex;
    min-width: 0;
    max-width: 44px;
  }
  .sector {
    position: relative;
    flex-direction: column;
    justify-content: center;
    gap: 0;
    width: 100%;
    height: 34px;
    padding: 0;
    border-color: var(--line);
    color: var(--text-third);
    font-size: var(--size-small);
    line-height: 1.15;
  }
  /* Two letters fit into the tile of one of 24 sectors. */
  .sector b {
    font-size: inherit;
    line-height: inherit;
  }
  .sector.yellow,
  .sector.double_yellow,
  .sector.slippery {
    background: var(--flag-yellow);
    color: var(--on-flag);
  }
  .sector.yellow:hover,
  .sector.double_yellow:hover,
  .sector.slippery:hover {
    background-color: var(--flag-yellow);
    filter: brightness(1.1);
  }
  /* Stripes beneath the letter, as the flag has them. */
  .sector.slippery {
    padding-bottom: 5px;
    background: repeating-linear-gradient(90deg, var(--flag-yellow) 0 4px, var(--flag-red) 4px 8px) bottom / 100% 5px no-repeat var(--flag-yellow);
  }
  .sector[data-changed='true']::after {
    position: absolute;
    right: -1px;
    bottom: -1px;
    left: -1px;
    height: 3px;
    background: var(--other);
    content: '';
  }
  @media (max-width: 720px) {
    .phase {
      flex-basis: 100%;
      max-width: none;
    }
    .block {
      flex-basis: 30%;
      padding: 5px 8px;
    }
    .block.sectors {
      flex-basis: 100%;
    }
    ol {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(34px, 1fr));
    }
    li {
      max-width: none;
    }
  }
`;
