import { css } from 'lit';

/** The frame of the page's dialogs; the browser itself keeps the focus inside and closes by Escape. */
export const dialogStyles = css`
  dialog {
    width: min(420px, calc(100vw - 24px));
    max-height: min(640px, calc(100dvh - 48px));
    padding: 0;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--raised);
    color: var(--text);
    box-shadow: 0 18px 60px rgb(0 0 0 / 60%);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(5 7 9 / 60%);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--gap-2);
    padding: var(--gap-2) var(--gap-3);
    border-bottom: 1px solid var(--line);
  }
  .head h2 {
    flex: 1;
    font-size: var(--size-large);
    font-weight: 600;
  }
`;
