// Saving a chart from the browser: the picture with title and legend, or its numbers.
import type { Line } from './wave-chart-types';
import type { Points } from './wave-points';

function save(name: string, blob: Blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function fileName(title: string, ending: string): string {
  return `${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}.${ending}`;
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row an x, one column a line; empty where a line has no point there. */
export function saveCsv(title: string, xTitle: string, lines: Line[], points: Map<string, Points>) {
  const rows = new Map<number, string[]>();
  lines.forEach((line, column) => {
    const of = points.get(line.key);
    of?.x.forEach((x, i) => {
      const row = rows.get(x) ?? lines.map(() => '');
      row[column] = String(of.y[i]);
      rows.set(x, row);
    });
  });
  const head = [xTitle, ...lines.map((line) => line.name)].map(cell).join(',');
  const body = [...rows.keys()].sort((a, b) => a - b).map((x) => [x, ...rows.get(x)!].join(','));
  save(fileName(title, 'csv'), new Blob([`${[head, ...body].join('\n')}\n`], { type: 'text/csv' }));
}

/** What a picture needs beside the drawing. */
export interface Frame {
  title: string;
  legend: { name: string; color: string; dashed: boolean }[];
  ink: string;
  surface: string;
  font: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const ROW = 18;

function element(parent: Element, name: string, attributes: Record<string, string | number>): Element {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
  parent.append(made);
  return made;
}

function text(parent: Element, words: string, attributes: Record<string, string | number>) {
  element(parent, 'text', attributes).textContent = words;
}

/** Title, legend in as many rows as it takes, and the drawing, in one SVG that needs no style sheet. */
function framed(drawing: SVGElement, frame: Frame): SVGElement {
  const { width, height } = drawing.getBoundingClientRect();
  const whole = document.createElementNS(SVG, 'svg');
  const paper = element(whole, 'rect', { width, fill: frame.surface });
  text(whole, frame.title, { x: 16, y: 26, fill: frame.ink, 'font-size': 15, 'font-weight': 600 });
  const head = 40 + drawLegend(whole, frame, width);
  const copy = drawing.cloneNode(true) as SVGElement;
  copy.querySelectorAll('foreignObject').forEach((each) => each.remove());
  Object.entries({ x: 0, y: head, width, height }).forEach(([key, value]) => copy.setAttribute(key, String(value)));
  whole.append(copy);
  paper.setAttribute('height', String(head + height));
  Object.entries({ xmlns: SVG, width, height: head + height, viewBox: `0 0 ${width} ${head + height}`, 'font-family': frame.font })
    .forEach(([key, value]) => whole.setAttribute(key, String(value)));
  return whole;
}

/** Returns how high it is. */
function drawLegend(whole: Element, frame: Frame, width: number): number {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = `12px ${frame.font}`;
  let x = 16;
  let y = 46;
  frame.legend.forEach((entry) => {
    const long = pen.measureText(entry.name).width;
    const wide = 40 + long;
    if (x > 16 && x + wide > width) {
      x = 16;
      y += ROW;
    }
    element(whole, 'line', { x1: x, x2: x + 18, y1: y - 4, y2: y - 4, stroke: entry.color, 'stroke-width': 2, 'stroke-dasharray': entry.dashed ? '4 3' : 'none' });
    // The file may be opened where the font is not.
    text(whole, entry.name, { x: x + 24, y, fill: frame.ink, 'font-size': 12, textLength: long, lengthAdjust: 'spacingAndGlyphs' });
    x += wide;
  });
  return frame.legend.length ? y - 46 + ROW : 0;
}

function written(drawing: SVGElement, frame: Frame): string {
  return new XMLSerializer().serializeToString(framed(drawing, frame));
}

export function saveSvg(drawing: SVGElement, frame: Frame) {
  save(fileName(frame.title, 'svg'), new Blob([written(drawing, frame)], { type: 'image/svg+xml' }));
}

/** Draws at twice the size, for print and dense screens. */
export async function savePng(drawing: SVGElement, frame: Frame) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(drawing, frame))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 2 * image.width;
  canvas.height = 2 * image.height;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(fileName(frame.title, 'png'), blob));
}
