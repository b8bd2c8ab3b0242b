// Lines that grow within the same axes. ApexCharts would draw the whole chart anew for each of a run's epochs, which took
// a browser ten times as long.
import type { Stroke } from './wave-chart-drawing';
import type { Plane } from './wave-chart-hover';

/** Moves the lines that ApexCharts drew to where they are now; false where it has to draw them itself. */
export function moveLines(paper: HTMLElement, strokes: Stroke[], plane: Plane): boolean {
  const paths = strokes.map((_, i) => [...paper.querySelectorAll(`.apexcharts-line-series > [data\\:realIndex="${i}"] path.apexcharts-line`)]);
  if (strokes.some((stroke, i) => stroke.upper || paths[i].length !== 1)) {
    return false;
  }
  const drawn = strokes.map((stroke) => path(stroke, plane));
  if (drawn.some((each) => !each)) {
    return false;
  }
  drawn.forEach((each, i) => paths[i][0].setAttribute('d', each));
  return true;
}

/** Empty where the line has a gap, or no point. */
function path({ data }: Stroke, { width, height, xMin, xMax, yMin, yMax }: Plane): string {
  if (data.some(([, y]) => y === null)) {
    return '';
  }
  const right = width / (xMax - xMin);
  const up = height / (yMax - yMin);
  return data
    .map(([x, y], i) => `${i ? 'L' : 'M'} ${((x - xMin) * right).toFixed(2)} ${(height - (y! - yMin) * up).toFixed(2)}`)
    .join(' ');
}
