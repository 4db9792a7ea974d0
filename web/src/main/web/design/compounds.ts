import { css } from 'lit';

/** The letter of a tyre compound in its ring. The letter says it; the colour helps who sees it. */
export const compounds = css`
  .compound {
    display: inline-block;
    width: 17px;
    height: 17px;
    border: 2px solid currentcolor;
    border-radius: 50%;
    font-size: 10px;
    font-weight: 700;
    line-height: 13px;
    text-align: center;
  }
  .compound.soft {
    color: var(--soft);
  }
  .compound.medium {
    color: var(--medium);
  }
  .compound.hard {
    color: var(--hard);
  }
  .compound.intermediate {
    color: var(--intermediate);
  }
  .compound.wet {
    color: var(--wet);
  }
`;
