import { css } from 'lit';

/** A form that is higher than the screen scrolls. */
export const commandStyles = css`
  form {
    padding: var(--gap-3);
    overflow: auto;
  }
  label {
    color: var(--text-second);
  }
  input:user-invalid {
    border-color: var(--bad);
  }
  .end {
    display: flex;
    justify-content: flex-end;
    margin-top: var(--gap-1);
  }
  .end button {
    border-color: var(--reference);
    font-weight: 600;
  }
`;
