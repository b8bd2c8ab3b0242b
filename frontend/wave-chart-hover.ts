// Reading values off a chart: a line at the pointer, a dot a series, a box with names and numbers.

/** Where the drawing is inside its element, and which range it shows. */
export interface Plane {
  left: number;
  top: number;
  width: number;
  height: number;
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
}

export interface Reading {
  name: string;
  color: string;
  dashed: boolean;
  x: number;
  /** In the units of the data. */
  value: string;
  /** Where the dot stands, in the units of the axis. */
  y: number;
}

/** More than so many are not read; the lowest are what one looks for. */
const MOST = 12;

export class Hover {
  private readonly line = document.createElement('div');

  private readonly box = document.createElement('div');

  private readonly dots = document.createElement('div');

  constructor(host: HTMLElement) {
    this.line.className = 'wc-cross';
    this.box.className = 'wc-hover';
    this.dots.className = 'wc-dots';
    host.append(this.line, this.dots, this.box);
    this.hide();
  }

  hide() {
    [this.line, this.box, this.dots].forEach((each) => {
      each.hidden = true;
    });
  }

  show(plane: Plane, heading: string, readings: Reading[]) {
    if (!readings.length) {
      this.hide();
      return;
    }
    const at = this.pixelX(plane, readings[0].x);
    Object.assign(this.line.style, { left: `${at}px`, top: `${plane.top}px`, height: `${plane.height}px` });
    this.dots.replaceChildren(...readings.map((reading) => this.dot(plane, reading)));
    const title = document.createElement('b');
    title.textContent = heading;
    const told = readings.length > MOST ? [...readings].sort((a, b) => a.y - b.y).slice(0, MOST) : readings;
    this.box.replaceChildren(title, ...told.map((reading) => this.row(reading)));
    if (told.length < readings.length) {
      this.box.append(`+ ${readings.length - told.length}`);
    }
    [this.line, this.box, this.dots].forEach((each) => {
      each.hidden = false;
    });
    const right = at < plane.left + plane.width / 2;
    const left = right ? at + 12 : at - 12 - this.box.offsetWidth;
    const most = (this.box.parentElement?.clientWidth ?? 0) - this.box.offsetWidth;
    this.box.style.left = `${Math.max(0, Math.min(left, most))}px`;
    this.box.style.top = `${plane.top + 8}px`;
  }

  text(): string {
    return this.box.hidden ? '' : [...this.box.children].map((each) => each.textContent).join(', ');
  }

  private pixelX(plane: Plane, x: number): number {
    return plane.left + ((x - plane.xMin) / (plane.xMax - plane.xMin)) * plane.width;
  }

  private dot(plane: Plane, reading: Reading): HTMLElement {
    const dot = document.createElement('i');
    const share = (plane.yMax - reading.y) / (plane.yMax - plane.yMin);
    Object.assign(dot.style, {
      left: `${this.pixelX(plane, reading.x)}px`,
      top: `${plane.top + share * plane.height}px`,
      background: reading.color,
    });
    return dot;
  }

  private row(reading: Reading): HTMLElement {
    const row = document.createElement('span');
    const swatch = document.createElement('i');
    swatch.style.borderTop = `2px ${reading.dashed ? 'dashed' : 'solid'} ${reading.color}`;
    const value = document.createElement('em');
    value.textContent = reading.value;
    row.append(swatch, `${reading.name} `, value);
    return row;
  }
}
