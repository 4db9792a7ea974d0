import { css } from 'lit';

/** Saved math channels above, the form beneath, the functions beside where there is room. */
export const mathStyles = css`
  dialog {
    width: min(860px, calc(100vw - 24px));
    max-height: min(760px, calc(100dvh - 32px));
  }
  .scrolls {
    overflow: auto;
    scrollbar-width: thin;
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 300px;
    gap: var(--gap-4);
    padding: var(--gap-3);
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 110px;
    gap: var(--gap-2);
  }
  label {
    color: var(--text-third);
  }
  /* As high as the longest thing that is said there: nothing moves while one types. */
  .judgement {
    min-height: 54px;
    line-height: 18px;
  }
  .end {
    display: flex;
    gap: var(--gap-2);
    align-items: center;
  }
  .end p {
    flex: 1;
    min-width: 0;
  }
  .end .second {
    display: block;
  }
  @media (max-width: 720px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
    }
    .judgement {
      min-height: 72px;
    }
    .end {
      flex-wrap: wrap;
    }
    .end p {
      flex-basis: 100%;
    }
  }
`;
