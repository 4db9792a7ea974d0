import { css } from 'lit';

/** The head of a session, and its panels beneath. */
export const sessionStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    height: 100%;
  }
  .away {
    margin-top: var(--gap-3);
  }
  vc-dock {
    padding: 0 var(--gap-1) var(--gap-1);
  }
  vc-dock[data-fresh='false'] vc-car-map {
    opacity: 0.5;
  }
  @media (max-width: 720px) {
    vc-dock {
      padding: 0;
    }
  }
`;
