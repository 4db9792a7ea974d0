import { html } from 'lit';

/** What each column of the table of corners is. */
export const CORNER_TABLE_HEAD = html`<thead>
  <tr>
    <th scope="col" class="left" title="Numbered in the order of driving, not by the circuit's own count">Corner</th>
    <th scope="col" class="roomy" title="Metres of the reference lap from the line to the apex">At m</th>
    <th scope="col" title="km/h at the brake point, or where the corner begins">Entry</th>
    <th scope="col" title="The least speed in the corner, km/h">Apex</th>
    <th scope="col" title="km/h where the corner ends">Exit</th>
    <th scope="col" title="Where braking begins, in metres of the reference lap">Brake m</th>
    <th scope="col" class="roomy" title="Where the driver is on the throttle again, in metres of the reference lap">Throttle m</th>
    <th scope="col" class="wide" title="Seconds from where the corner begins to where it ends">Time</th>
    <th scope="col" title="Against the reference, with half of the way to its neighbours">Lost s</th>
    <th scope="col" title="From the line to the end of the corner's section">So far</th>
  </tr>
</thead>`;
