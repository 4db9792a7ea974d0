import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Who holds an arrow key down wants to hear where it ends. */
const SETTLED_MS = 400;

/** Reads out what a chart's readout says while the chart has the focus: who points with the mouse sees it. */
export class SpokenReadout implements ReactiveController {
  private timer = 0;

  /**
   * @param chart that is gone through by keys
   * @param readout what is said of it
   * @param region is read out when its text changes
   */
  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    private readonly parts: { chart: string; readout: string; region: string },
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.say(), SETTLED_MS);
  }

  hostDisconnected(): void {
    window.clearTimeout(this.timer);
  }

  private say(): void {
    const part = (selector: string): Element | null => this.host.renderRoot.querySelector(selector);
    const region = part(this.parts.region);
    const text = part(this.parts.chart)?.matches(':focus-within') ? (part(this.parts.readout)?.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
    if (region && region.textContent !== text) {
      region.textContent = text;
    }
  }
}
