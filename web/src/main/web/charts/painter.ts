import { coloursOf, piecesOfLines } from './painter-text.js';

/** Controls do nothing in a picture, and what is only read aloud is not seen. */
const LEFT_OUT = 'button, select, input, textarea, datalist, vc-menu, vc-channel-select, vc-png-button, [popover], style, script';

type Corners = [x0: number, y0: number, x1: number, y1: number];

/**
 * Paints what an element shows into a canvas: canvases as they are, and of HTML and SVG what the panels have of them:
 * grounds, borders, gradients from left to right, lines of text, rectangles, circles, lines and paths.
 */
export class Painter {
  /** @param origin the place on the screen that is 0, 0 of the canvas */
  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly origin: { left: number; top: number },
  ) {}

  paint(element: Element): void {
    const style = getComputedStyle(element);
    if (element.matches(LEFT_OUT) || style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') {
      return;
    }
    const { ctx } = this;
    ctx.save();
    ctx.globalAlpha *= Number(style.opacity);
    if (element instanceof HTMLCanvasElement) {
      this.canvas(element);
    } else if (element instanceof SVGGraphicsElement) {
      this.graphic(element, style);
    } else {
      this.box(element, style);
      this.clip(element, style);
    }
    this.children(element, style);
    ctx.restore();
  }

  private children(element: Element, style: CSSStyleDeclaration): void {
    const own = (element.shadowRoot ?? element).childNodes;
    const nodes = element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : own;
    for (const node of inOrderOfDepth(nodes)) {
      if (node instanceof Element) {
        this.paint(node);
      } else if (node instanceof Text && node.data.trim() !== '') {
        this.text(node, style);
      }
    }
  }

  private canvas(canvas: HTMLCanvasElement): void {
    const { left, top, width, height } = this.placed(canvas.getBoundingClientRect());
    if (canvas.width > 0 && canvas.height > 0 && width > 0 && height > 0) {
      this.ctx.drawImage(canvas, left, top, width, height);
    }
  }

  private box(element: Element, style: CSSStyleDeclaration): void {
    const { ctx } = this;
    const { left, top, width, height } = this.placed(element.getBoundingClientRect());
    ctx.beginPath();
    ctx.roundRect(left, top, width, height, radius(style, width));
    ctx.fillStyle = style.backgroundColor;
    ctx.fill();
    const stops = coloursOf(style.backgroundImage);
    if (stops.length > 1) {
      const gradient = ctx.createLinearGradient(left, 0, left + width, 0);
      stops.forEach((colour, i) => gradient.addColorStop(i / (stops.length - 1), colour));
      ctx.fillStyle = gradient;
      ctx.fill();
    }
    this.borders(style, [left, top, left + width, top + height]);
  }

  private borders(style: CSSStyleDeclaration, [left, top, right, bottom]: Corners): void {
    const half = (width: string): number => parseFloat(width) / 2;
    const upper = top + half(style.borderTopWidth);
    const lower = bottom - half(style.borderBottomWidth);
    const near = left + half(style.borderLeftWidth);
    const far = right - half(style.borderRightWidth);
    this.stroke(style.borderTopWidth, style.borderTopStyle, style.borderTopColor, [left, upper, right, upper]);
    this.stroke(style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor, [left, lower, right, lower]);
    this.stroke(style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor, [near, top, near, bottom]);
    this.stroke(style.borderRightWidth, style.borderRightStyle, style.borderRightColor, [far, top, far, bottom]);
  }

  private stroke(width: string, kind: string, colour: string, [x0, y0, x1, y1]: Corners): void {
    const thick = parseFloat(width);
    if (kind === 'none' || !(thick > 0)) {
      return;
    }
    const { ctx } = this;
    ctx.lineWidth = thick;
    ctx.strokeStyle = colour;
    ctx.setLineDash(kind === 'dotted' ? [thick, thick] : kind === 'dashed' ? [3 * thick, 2 * thick] : []);
    ctx.beginPath();
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  private clip(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): void {
    if (overflowX !== 'visible' || overflowY !== 'visible') {
      const { left, top, width, height } = this.placed(element.getBoundingClientRect());
      this.ctx.beginPath();
      this.ctx.rect(left, top, width, height);
      this.ctx.clip();
    }
  }

  /** Each line of it where the browser has put it. */
  private text(node: Text, style: CSSStyleDeclaration): void {
    const { ctx } = this;
    ctx.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    ctx.fillStyle = node.parentElement instanceof SVGElement ? style.fill : style.color;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    const range = document.createRange();
    const topOf = (index: number): number => {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      return range.getBoundingClientRect().top;
    };
    for (const { from, to } of piecesOfLines(node.data, topOf)) {
      range.setStart(node, from);
      range.setEnd(node, to);
      const { left, top, width, height } = this.placed(range.getBoundingClientRect());
      if (width > 0) {
        ctx.fillText(node.data.slice(from, to), left, top + height / 2, width + 1);
      }
    }
  }

  /** In its own coordinates, brought to the screen's. */
  private graphic(element: SVGGraphicsElement, style: CSSStyleDeclaration): void {
    const shape = pathOf(element);
    const matrix = element.getScreenCTM();
    if (!shape || !matrix) {
      return;
    }
    const { ctx } = this;
    ctx.save();
    ctx.translate(-this.origin.left, -this.origin.top);
    ctx.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    if (style.fill !== 'none') {
      ctx.fillStyle = style.fill;
      ctx.fill(shape);
    }
    if (style.stroke !== 'none') {
      ctx.strokeStyle = style.stroke;
      ctx.lineWidth = parseFloat(style.strokeWidth) || 1;
      ctx.setLineDash(style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(parseFloat));
      ctx.stroke(shape);
    }
    ctx.restore();
  }

  private placed({ left, top, width, height }: DOMRect): { left: number; top: number; width: number; height: number } {
    return { left: left - this.origin.left, top: top - this.origin.top, width, height };
  }
}

/** What has a z-index stands above what has none, as in the panels themselves. */
function inOrderOfDepth(nodes: Iterable<Node>): Node[] {
  const depth = (node: Node): number => (node instanceof Element ? parseInt(getComputedStyle(node).zIndex, 10) || 0 : 0);
  return [...nodes].map((node) => ({ node, z: depth(node) })).sort((a, b) => a.z - b.z).map(({ node }) => node);
}

function radius({ borderTopLeftRadius }: CSSStyleDeclaration, width: number): number {
  const length = parseFloat(borderTopLeftRadius) || 0;
  return borderTopLeftRadius.endsWith('%') ? (length / 100) * width : length;
}

function pathOf(element: SVGGraphicsElement): Path2D | null {
  const path = new Path2D();
  if (element instanceof SVGRectElement) {
    path.rect(element.x.baseVal.value, element.y.baseVal.value, element.width.baseVal.value, element.height.baseVal.value);
  } else if (element instanceof SVGCircleElement) {
    path.arc(element.cx.baseVal.value, element.cy.baseVal.value, element.r.baseVal.value, 0, 2 * Math.PI);
  } else if (element instanceof SVGLineElement) {
    path.moveTo(element.x1.baseVal.value, element.y1.baseVal.value);
    path.lineTo(element.x2.baseVal.value, element.y2.baseVal.value);
  } else if (element instanceof SVGPathElement) {
    path.addPath(new Path2D(element.getAttribute('d') ?? ''));
  } else {
    return null;
  }
  return path;
}
