// The band about a line: between two values at each x, such as quartiles.
import type { Stroke } from './wave-chart-drawing';
import { opaque } from './wave-chart-theme';
import { number } from './wave-numbers';

/** Faint enough for a line, a second band and the grid to be seen through it. */
const OPACITY = 0.2;

export interface Band {
  x: number[];
  low: number[];
  high: number[];
}

/** A band ready to be drawn; where one of its edges has no place there is a gap. */
export function bandStroke(band: Band, name: string, color: string, log: boolean): Stroke {
  const scaled = (value: number) => (log ? Math.log10(value) : value);
  const data: [number, number | null][] = [];
  const upper: (number | null)[] = [];
  for (let i = 0; i < band.x.length; i++) {
    const low = scaled(band.low[i]);
    const high = scaled(band.high[i]);
    if (Number.isFinite(low) && Number.isFinite(high)) {
      data.push([band.x[i], low]);
      upper.push(high);
    }
  }
  return { name, color: opaque(color, OPACITY), dashed: false, width: 0, data, upper };
}

/** What the band holds at an x that it has: "0.01 – 0.02". */
export function bandText(band: Band | undefined, x: number): string {
  const at = band ? band.x.indexOf(x) : -1;
  return band && at >= 0 ? ` (${number(band.low[at])} – ${number(band.high[at])})` : '';
}
