/** The element that has the focus, within whatever shadow it is. */
export function focused(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) {
    at = at.shadowRoot.activeElement;
  }
  return at instanceof HTMLElement ? at : null;
}
