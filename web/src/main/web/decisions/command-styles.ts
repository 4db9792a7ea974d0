import { css } from 'lit';

/** Fields beneath one another. */
export const commandStyles = css`
  form {
    display: flex;
    flex-direction: column;
    gap: var(--gap-2);
    padding: var(--gap-3);
    overflow: auto;
  }
  label {
    display: grid;
    gap: 2px;
    color: var(--text-second);
    font-size: var(--size-small);
  }
  input {
    width: 100%;
    height: var(--control);
    padding: 0 var(--gap-2);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--ground);
    color: var(--text);
    font: inherit;
    font-size: max(var(--size), 13px);
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
