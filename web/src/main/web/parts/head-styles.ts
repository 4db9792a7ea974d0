import { css } from 'lit';

/** The head of a view about one session: its title, facts of it, and at the right what can be done; on a phone beneath one another. */
export const headStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: var(--gap-2) var(--gap-4);
    padding: var(--gap-2) var(--gap-3);
  }
  h1 {
    overflow: hidden;
    font-size: var(--size-title);
    font-weight: 600;
    line-height: 1.2;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts {
    overflow: hidden;
    color: var(--text-second);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .right {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--gap-2);
    margin-left: auto;
  }
  @media (max-width: 720px) {
    :host {
      flex-wrap: wrap;
    }
    h1,
    .right {
      flex-basis: 100%;
    }
  }
`;
