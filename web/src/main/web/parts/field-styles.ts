import { css } from 'lit';

/** A field that one writes in. */
export const inputStyles = css`
  input {
    height: var(--control);
    padding: 0 var(--gap-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--ground);
    color: var(--text);
    font: inherit;
    font-size: max(var(--size), 13px);
  }
`;

/** A form: fields beneath one another, each beneath its name. */
export const fieldStyles = css`
  ${inputStyles}
  form {
    display: flex;
    flex-direction: column;
    gap: var(--gap-2);
  }
  label {
    display: grid;
    gap: 2px;
    font-size: var(--size-small);
  }
  input {
    width: 100%;
  }
`;
