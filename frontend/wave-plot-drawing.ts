// The two drawings of <wave-plot>. All colours are in attributes, so that a saved file needs no style sheet.
import { cut, ruler, type Axis, type Ruler } from './wave-plot-axis';

export interface Item {
  key: string;
  name: string;
  color: string;
  /** One an axis. */
  values: (number | null)[];
  says: string;
  best: boolean;
}

export interface Inks {
  ink: string;
  muted: string;
  grid: string;
  surface: string;
  items: string[];
  font: string;
}

export interface Sheet {
  width: number;
  height: number;
  axes: Axis[];
  items: Item[];
  inks: Inks;
}

export interface Drawn {
  svg: SVGElement;
  /** What can be pointed at, in the order of the last value. */
  marks: SVGElement[];
}

const SVG = 'http://www.w3.org/2000/svg';
const TOP = 12;
const LEFT = 72;
const RIGHT = 20;
const BOTTOM = 46;
/** Room for an axis with its words. */
const AXIS = 112;

function make(parent: Element, name: string, attributes: Record<string, string | number>, words = ''): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
  made.textContent = words;
  parent.append(made);
  return made;
}

function blank(width: number, height: number, inks: Inks): SVGElement {
  const svg = document.createElementNS(SVG, 'svg') as SVGElement;
  Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': inks.font, 'font-size': 11 })
    .forEach(([key, value]) => svg.setAttribute(key, String(value)));
  return svg;
}

function named(axis: Axis, scale: Ruler): string {
  return scale.log ? `${axis.name} (log)` : axis.name;
}

/** From the lowest last value up: as the arrow keys go. */
function ordered(items: Item[]): number[] {
  const last = (i: number) => items[i].values[items[i].values.length - 1] ?? Infinity;
  return items.map((_, i) => i).sort((a, b) => last(a) - last(b));
}

function rulers({ axes, items }: Sheet, most: number): Ruler[] {
  return axes.map((axis, i) => ruler(axis, items.map((item) => item.values[i]), most));
}

/** The second value over the first. */
export function drawDots(sheet: Sheet): Drawn {
  const { width, height, axes, items, inks } = sheet;
  const svg = blank(width, height, inks);
  const [across, up] = rulers(sheet, width < 480 ? 4 : 7);
  const wide = width - LEFT - RIGHT;
  const high = height - TOP - BOTTOM;
  const x = (share: number) => LEFT + share * wide;
  const y = (share: number) => TOP + (1 - share) * high;
  up.ticks.forEach((tick) => {
    make(svg, 'line', { x1: LEFT, x2: LEFT + wide, y1: y(tick.at), y2: y(tick.at), stroke: inks.grid });
    make(svg, 'text', { x: LEFT - 8, y: y(tick.at) + 4, 'text-anchor': 'end', fill: inks.muted }, tick.label);
  });
  const fits = Math.max(1, Math.ceil(across.ticks.length / Math.max(1, Math.floor(wide / 64))));
  across.ticks.forEach((tick, i) => {
    make(svg, 'line', { x1: x(tick.at), x2: x(tick.at), y1: TOP + high, y2: TOP + high + 4, stroke: inks.grid });
    if (i % fits === 0) {
      make(svg, 'text', { x: x(tick.at), y: TOP + high + 17, 'text-anchor': 'middle', fill: inks.muted }, cut(tick.label, 14));
    }
  });
  const title = { fill: inks.muted, 'font-size': 12, 'font-weight': 500, 'text-anchor': 'middle' };
  make(svg, 'text', { ...title, x: LEFT + wide / 2, y: height - 8 }, named(axes[0], across));
  make(svg, 'text', { ...title, transform: `translate(14 ${TOP + high / 2}) rotate(-90)` }, named(axes[1], up));
  const marks = ordered(items).flatMap((i) => {
    const [cx, cy] = [x(across.place(items[i].values[0])), y(up.place(items[i].values[1]))];
    if (!Number.isFinite(cx) || !Number.isFinite(cy)) {
      return [];
    }
    const mark = make(svg, 'g', { class: 'wp-mark', 'data-item': i });
    make(mark, 'circle', { cx, cy, r: 11, fill: 'transparent' });
    if (items[i].best) {
      make(mark, 'circle', { cx, cy, r: 9, fill: 'none', stroke: inks.ink, 'stroke-width': 1.5 });
    }
    make(mark, 'circle', { cx, cy, r: 5.5, fill: inks.items[i], stroke: inks.surface, 'stroke-width': 1.5 });
    return [mark];
  });
  upFront(marks, items);
  return { svg, marks };
}

/** The best is not covered by what lies near it. */
function upFront(marks: SVGElement[], items: Item[]) {
  marks.filter((mark) => items[Number(mark.dataset.item)].best).forEach((mark) => mark.parentElement!.append(mark));
}

/** A line an item, from axis to axis; it breaks where a value is not there. */
export function drawThreads(sheet: Sheet): Drawn {
  const { axes, items, inks, height } = sheet;
  const width = Math.max(sheet.width, axes.length * AXIS);
  const svg = blank(width, height, inks);
  const scales = rulers(sheet, 5);
  const top = TOP + 24;
  const high = height - top - 16;
  const x = (axis: number) => LEFT + (axis * (width - 2 * LEFT)) / Math.max(1, axes.length - 1);
  const y = (share: number) => top + (1 - share) * high;
  const marks = ordered(items).map((i) => {
    const mark = make(svg, 'g', { class: 'wp-mark', 'data-item': i });
    const d = path(items[i].values.map((value, axis) => [x(axis), y(scales[axis].place(value))]));
    make(mark, 'path', { d, fill: 'none', stroke: 'transparent', 'stroke-width': 12 });
    make(mark, 'path', { d, fill: 'none', stroke: inks.items[i], 'stroke-width': items[i].best ? 3 : 1.5, class: 'wp-thread' });
    return mark;
  });
  upFront(marks, items);
  axes.forEach((axis, i) => {
    make(svg, 'line', { x1: x(i), x2: x(i), y1: top, y2: top + high, stroke: inks.muted });
    make(svg, 'text', { x: x(i), y: top - 16, 'text-anchor': 'middle', fill: inks.ink, 'font-size': 12, 'font-weight': 500 }, cut(named(axis, scales[i]), 21));
    scales[i].ticks.forEach((tick) => {
      make(svg, 'text', {
        x: x(i) - 7, y: y(tick.at) + 4, 'text-anchor': 'end', fill: inks.ink, stroke: inks.surface, 'stroke-width': 3, 'paint-order': 'stroke',
      }, cut(tick.label, 14));
    });
  });
  return { svg, marks };
}

function path(points: number[][]): string {
  let drawing = false;
  return points
    .map(([x, y], i) => {
      if (!Number.isFinite(y)) {
        drawing = false;
        return '';
      }
      const half = drawing ? (points[i - 1][0] + x) / 2 : 0;
      const part = drawing ? `C${half} ${points[i - 1][1]} ${half} ${y} ${x} ${y}` : `M${x} ${y}h.01`;
      drawing = true;
      return part;
    })
    .join('');
}
