/** More texts than a map shows. */
const MOST = 500;

/** How wide texts are: measured once, for a text is laid out to be measured. */
export class TextWidths {
  private readonly known = new Map<string, number>();

  /** In the font that is set. */
  of(ctx: CanvasRenderingContext2D, text: string): number {
    const key = `${ctx.font}/${text}`;
    let width = this.known.get(key);
    if (width === undefined) {
      if (this.known.size >= MOST) {
        this.known.clear();
      }
      width = ctx.measureText(text).width;
      this.known.set(key, width);
    }
    return width;
  }
}
