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

/** Draws at twice the size, for print and dense screens. */
export async function savePng(svg: SVGElement, frame: Frame) {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.querySelectorAll('foreignObject').forEach((each) => each.remove());
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const head = 56;
  const canvas = document.createElement('canvas');
  canvas.width = 2 * width;
  canvas.height = 2 * (height + head);
  const pen = canvas.getContext('2d')!;
  pen.scale(2, 2);
  pen.fillStyle = frame.surface;
  pen.fillRect(0, 0, width, height + head);
  drawHead(pen, frame);
  pen.drawImage(image, 0, head, width, height);
  canvas.toBlob((blob) => blob && save(fileName(frame.title, 'png'), blob));
}

function drawHead(pen: CanvasRenderingContext2D, frame: Frame) {
  pen.fillStyle = frame.ink;
  pen.font = `600 15px ${frame.font}`;
  pen.fillText(frame.title, 16, 24);
  pen.font = `12px ${frame.font}`;
  let x = 16;
  frame.legend.forEach((entry) => {
    pen.strokeStyle = entry.color;
    pen.lineWidth = 2;
    pen.setLineDash(entry.dashed ? [4, 3] : []);
    pen.beginPath();
    pen.moveTo(x, 42);
    pen.lineTo(x + 18, 42);
    pen.stroke();
    pen.fillText(entry.name, x + 24, 46);
    x += 40 + pen.measureText(entry.name).width;
  });
}
