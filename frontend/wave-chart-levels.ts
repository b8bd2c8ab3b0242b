// Horizontal lines in a chart: what there is to beat. They may stretch the y axis a little, never so
// far that the curves are squashed: beyond, only the label stands at the edge, with an arrow.
import type { Drawing } from './wave-chart-drawing';
import type { Level, Range } from './wave-chart-types';
import { number, type Scale } from './wave-numbers';

/** How much of the axis the levels may add: a decade on a log scale, a quarter else. */
const DECADES = 1;
const SHARE = 1.25;

/** Room that a label takes, and what of the height is not the plane. */
const LABEL = 16;
const AXIS = 58;

function height(level: Level, log: boolean): number {
  return log ? Math.log10(level.y) : level.y;
}

/** The curves' range, widened to the levels near it. */
export function within({ min, max }: Range, levels: Level[], log: boolean): Range {
  const near = levels
    .map((level) => height(level, log))
    .filter((y) => (log ? y >= min - DECADES && y <= max + DECADES : y >= 0 && y <= SHARE * max));
  return { min: Math.min(min, ...near), max: Math.max(max, ...near) };
}

/** Pushes labels apart that would lie over each other; `at` in pixels from the top, ascending. */
function apart(at: number[], room: number): number[] {
  const placed: number[] = [];
  at.forEach((y) => placed.push(Math.max(y, (placed[placed.length - 1] ?? -LABEL) + LABEL)));
  let limit = room;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i], limit);
    limit = placed[i] - LABEL;
  }
  return placed;
}

/** What ApexCharts calls annotations of the y axis. */
export function levelLines(drawing: Drawing, y: Scale) {
  const { look, log } = drawing;
  const plane = Math.max(1, drawing.height - AXIS);
  const lines = drawing.levels
    .map((level) => ({ level, at: height(level, log) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((a, b) => b.at - a.at)
    .map(({ level, at }) => ({ level, at: Math.min(Math.max(at, y.min), y.max), outside: at > y.max ? '↑ ' : at < y.min ? '↓ ' : '' }));
  const pixels = lines.map(({ at }) => (plane * (y.max - at)) / (y.max - y.min));
  const places = apart(pixels.map((pixel) => Math.max(pixel, LABEL)), plane);
  return lines.map(({ level, at, outside }, i) => ({
    y: at,
    borderColor: outside ? 'transparent' : look.baseline,
    strokeDashArray: level.dashed ? 5 : 0,
    label: {
      text: `${outside}${level.label} ${number(level.y)}`,
      position: 'right',
      textAnchor: 'end',
      offsetY: places[i] - pixels[i],
      borderWidth: 0,
      borderColor: 'transparent',
      // Nothing behind the words: the curves' ends go on under them.
      style: { background: 'transparent', color: look.muted, fontSize: '11px', fontFamily: look.font, padding: { left: 4, right: 4, top: 1, bottom: 2 } },
    },
  }));
}
