import { css } from 'lit';

/** A line for each thing that is chosen. */
export const exportStyles = css`
  dialog {
    width: min(560px, calc(100vw - 24px));
  }
  form {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr);
    gap: var(--gap-3);
    padding: var(--gap-3);
    overflow: auto;
  }
  .what {
    color: var(--text-third);
    line-height: var(--control);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-1);
    align-items: center;
    min-width: 0;
  }
  .cars {
    max-height: 112px;
    overflow: auto;
    scrollbar-width: thin;
  }
  .note {
    flex-basis: 100%;
    min-height: 18px;
  }
  input {
    width: 76px;
  }
  .end {
    display: flex;
    gap: var(--gap-3);
    align-items: center;
    min-height: 56px;
    padding: var(--gap-2) var(--gap-3);
    border-top: 1px solid var(--line);
  }
  .end p {
    flex: 1;
    min-width: 0;
  }
  .end .second {
    display: block;
  }
  .button {
    background: var(--selected);
    border-color: var(--reference);
  }
  .button[aria-disabled='true'] {
    border-color: var(--line-strong);
    background: none;
    color: var(--text-third);
    cursor: default;
  }
`;
