import type { Edge } from './dock-layout.js';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The outer quarter of a group drops beside it, the middle among its tabs. */
const EDGE_SHARE = 0.25;

/** @returns the edge of the box that a panel dropped at this point goes to; null: into its tabs */
export function edgeAt(box: Box, x: number, y: number): Edge | null {
  const fromLeft = (x - box.left) / box.width;
  const fromTop = (y - box.top) / box.height;
  const distances: [Edge, number][] = [
    ['left', fromLeft],
    ['right', 1 - fromLeft],
    ['top', fromTop],
    ['bottom', 1 - fromTop],
  ];
  const [edge, distance] = distances.reduce((nearest, each) => (each[1] < nearest[1] ? each : nearest));
  return distance < EDGE_SHARE ? edge : null;
}

/** The part of a box that a panel dropped at its edge will have. */
export function halfOf(box: Box, edge: Edge): Box {
  const { left, top, width, height } = box;
  switch (edge) {
    case 'left':
      return { left, top, width: width / 2, height };
    case 'right':
      return { left: left + width / 2, top, width: width / 2, height };
    case 'top':
      return { left, top, width, height: height / 2 };
    case 'bottom':
      return { left, top: top + height / 2, width, height: height / 2 };
  }
}

/** @returns before which tab a panel dropped at x goes: after all of them where it is past their middles */
export function indexAt(tabs: readonly Box[], x: number): number {
  const index = tabs.findIndex((tab) => x < tab.left + tab.width / 2);
  return index < 0 ? tabs.length : index;
}
