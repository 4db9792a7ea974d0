import { LitElement, css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { base, controls } from '../design/styles.js';
import { parseRoute, type Route } from '../model/routes.js';
import '../parts/note.js';
import './board-view.js';
import './compare-view.js';
import './race-control-view.js';
import './report-view.js';
import './session-list.js';
import './session-view.js';

/** The frame of the page: the bar with its links, and the view that the address names. */
@customElement('vc-app')
export class App extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-rows: var(--bar) minmax(0, 1fr);
        height: 100dvh;
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--gap-4);
        padding: 0 var(--gap-3);
        border-bottom: 1px solid var(--line);
        background: var(--panel);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--gap-2);
        font-size: var(--size-large);
        font-weight: 700;
        letter-spacing: 0.01em;
      }
      nav {
        display: flex;
        height: 100%;
      }
      nav a {
        display: flex;
        align-items: center;
        padding: 0 var(--gap-3);
        box-shadow: inset 0 -2px transparent;
        color: var(--text-second);
      }
      nav a:hover {
        color: var(--text);
      }
      nav a[aria-current='page'] {
        box-shadow: inset 0 -2px var(--other);
        color: var(--text);
      }
      nav a {
        white-space: nowrap;
      }
      .hint {
        margin-left: auto;
        color: var(--text-third);
      }
      @media (max-width: 720px) {
        header {
          gap: var(--gap-2);
        }
        nav a {
          padding: 0 var(--gap-2);
        }
        .hint {
          display: none;
        }
      }
      main {
        min-height: 0;
        overflow: hidden;
      }
      @media print {
        /* Paper has no frame, and more than one page. */
        :host([view='report']) {
          display: block;
          height: auto;
        }
        :host([view='report']) header {
          display: none;
        }
        :host([view='report']) main {
          overflow: visible;
        }
      }
    `,
  ];

  @state() private route: Route = parseRoute(location.hash);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onAddress);
  }

  override updated(): void {
    this.setAttribute('view', this.route.view);
  }

  override render() {
    const { view } = this.route;
    const isRaceControl = view === 'board' || view === 'decisions';
    return html`<header>
        <a class="brand" href="#/"><img src="favicon.svg" width="20" height="20" alt="" />VitalCORE</a>
        <nav aria-label="Views">
          <a href="#/" aria-current=${view === 'compare' || isRaceControl ? 'false' : 'page'}>Sessions</a>
          <a href="#/race-control" aria-current=${isRaceControl ? 'page' : 'false'}>Race control</a>
          <a href="#/compare" aria-current=${view === 'compare' ? 'page' : 'false'}>Compare</a>
        </nav>
        <span class="hint"><kbd>?</kbd> keys</span>
      </header>
      <main>${this.view()}</main>`;
  }

  private view() {
    const route = this.route;
    switch (route.view) {
      case 'sessions':
        return html`<vc-session-list></vc-session-list>`;
      case 'unknown':
        return html`<vc-note kind="problem" heading="No such page" detail="Nothing has the address '#${route.path}'." remedy="See whether it is written right.">
          <p><a class="button" href="#/">All sessions</a></p>
        </vc-note>`;
      case 'session':
        return html`<vc-session-view
          .session=${route.id}
          .car=${route.car}
          .lap=${route.lap}
          .at_s=${route.at_s}
          .linkedLayout=${route.layout}
        ></vc-session-view>`;
      case 'report':
        return html`<vc-report-view .session=${route.id} .order=${route.order}></vc-report-view>`;
      case 'board':
        return html`<vc-board-view></vc-board-view>`;
      case 'decisions':
        return html`<vc-race-control-view
          .session=${route.id}
          .knownAt=${route.knownAt}
          .about=${route.about}
          .car=${route.car}
          .kind=${route.kind}
        ></vc-race-control-view>`;
      case 'compare':
        return html`<vc-compare-view .reference=${route.reference} .others=${route.others}></vc-compare-view>`;
    }
  }

  private readonly onAddress = (): void => {
    this.route = parseRoute(location.hash);
  };
}
