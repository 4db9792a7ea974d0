import { css, html, nothing } from 'lit';
import { nameParts } from '../model/names.js';

/** For elements that show names with {@link clippedName}. */
export const clippedNames = css`
  .clipped {
    display: flex;
    min-width: 0;
    white-space: pre;
  }
  .clipped > * {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The start keeps room for its ellipsis, which says that something is cut off. */
  .clipped > .start {
    flex: 0 1 auto;
    min-width: 1.3em;
  }
  .clipped > .start + .end {
    flex: none;
    max-width: calc(100% - 1.3em);
  }
`;

/**
 * A name that may have to be cut, by which one can still tell it from the others.
 *
 * @param among the names that stand beside it
 */
export function clippedName(name: string, among: Iterable<string>) {
  const { head, tail } = nameParts(name, among);
  return html`<span class="clipped" title=${name}>${head === '' ? nothing : html`<span class="start">${head}</span>`}<span class="end">${tail}</span></span>`;
}
