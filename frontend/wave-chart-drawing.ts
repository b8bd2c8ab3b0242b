// What ApexCharts is told to draw. Interaction is ours, so everything of its own is switched off.
import type ApexCharts from 'apexcharts';
import type { ApexOptions } from 'apexcharts';
import { levelLines, within } from './wave-chart-levels';
import type { Level, Marker, Options, Range } from './wave-chart-types';
import { brief, logScale, niceScale, tick, tickAt, type Scale } from './wave-numbers';

export type { ApexCharts };

/**
 * Loaded with the first chart that somebody opens. From here, because what wave-chart.ts names itself Vaadin makes a part
 * of every page.
 */
export const apex = () => import('apexcharts');

/** A line ready to be drawn: y in the units of the axis, null where there is a gap. */
export interface Stroke {
  name: string;
  color: string;
  dashed: boolean;
  width: number;
  data: [number, number | null][];
  /** Makes it a band: `data` is its lower edge, this its upper one. */
  upper?: (number | null)[];
}

export interface Look {
  ink: string;
  muted: string;
  grid: string;
  surface: string;
  baseline: string;
  font: string;
}

export interface Drawing {
  options: Options;
  strokes: Stroke[];
  markers: Marker[];
  levels: Level[];
  view: Range;
  /** Where y is to stay as it is, whatever the lines do. */
  heights?: Range;
  log: boolean;
  look: Look;
  width: number;
  height: number;
}

function values(strokes: Stroke[], view: Range): Range {
  let min = Infinity;
  let max = -Infinity;
  strokes.forEach((stroke) => stroke.data.forEach(([x, y], i) => {
    if (y !== null && x >= view.min && x <= view.max) {
      min = Math.min(min, y);
      max = Math.max(max, stroke.upper?.[i] ?? y);
    }
  }));
  return min <= max ? { min, max } : { min: 0, max: 1 };
}

function yScale(drawing: Drawing, x: Scale): Scale {
  const { min, max } = drawing.heights ?? within(values(drawing.strokes, x), drawing.levels, drawing.log);
  const most = drawing.height < 200 ? 4 : 6;
  if (drawing.log) {
    return logScale(min, max);
  }
  return niceScale(min > 0 && min < 0.4 * max ? 0 : min, max, most);
}

export function xScale(options: Options, view: Range, width: number): Scale {
  return niceScale(view.min, view.max, width < 480 ? 5 : 9, options.wholeX ? 1 : 0);
}

function label(text: string, look: Look) {
  return { text, style: { color: look.muted, fontSize: '12px', fontWeight: 500, fontFamily: look.font } };
}

function markerLine(marker: Marker, look: Look) {
  return {
    x: marker.x,
    borderColor: look.muted,
    strokeDashArray: 3,
    label: {
      text: marker.label,
      orientation: 'horizontal',
      textAnchor: 'middle',
      borderWidth: 0,
      offsetY: 0,
      style: { background: look.surface, padding: { left: 4, right: 4, top: 1, bottom: 3 }, color: look.muted, fontSize: '11px', fontFamily: look.font },
    },
  };
}

function axes(drawing: Drawing, x: Scale, y: Scale): Pick<ApexOptions, 'xaxis' | 'yaxis'> {
  const { options, look, log } = drawing;
  const style = { colors: look.muted, fontSize: '11px', fontFamily: look.font };
  return {
    xaxis: {
      type: 'numeric',
      min: x.min,
      max: x.max,
      tickAmount: x.ticks,
      decimalsInFloat: undefined,
      title: { ...label(options.xTitle, look), offsetY: -4 },
      // ApexCharts rounds the steps of this axis to hundredths: a tick is told by its place.
      labels: { style, formatter: (value, _, { i } = {}) => tick(i === undefined ? Number(value) : tickAt(x, i), x), hideOverlappingLabels: true },
      axisBorder: { color: look.grid },
      axisTicks: { color: look.grid },
      crosshairs: { show: false },
      tooltip: { enabled: false },
    },
    yaxis: {
      min: y.min,
      max: y.max,
      tickAmount: y.ticks,
      title: label(options.yTitle, look),
      labels: { style, minWidth: 36, formatter: (value) => (log ? brief(10 ** value) : tick(value, y)) },
    },
  };
}

/** Bands and lines in one drawing are told apart by their type, and written alike. */
function mixed({ name, data, upper }: Stroke) {
  return upper
    ? { name, type: 'rangeArea', data: data.map(([x, y], i) => ({ x, y: [y, upper[i]] })) }
    : { name, type: 'line', data: data.map(([x, y]) => ({ x, y })) };
}

/** All that a drawing shows besides the points of its lines: where it is the same, only they are drawn anew. */
export function frameOf(drawing: Drawing): string {
  const { strokes, ...rest } = drawing;
  const x = xScale(drawing.options, drawing.view, drawing.width);
  const looks = strokes.map(({ name, color, dashed, width }) => ({ name, color, dashed, width }));
  return JSON.stringify({ ...rest, looks, x, y: yScale(drawing, x) });
}

/** Everything ApexCharts needs. */
export function apexOptions(drawing: Drawing): ApexOptions {
  const { strokes, look, markers, view } = drawing;
  const banded = strokes.some((stroke) => stroke.upper);
  const x = xScale(drawing.options, view, drawing.width);
  const y = yScale(drawing, x);
  return {
    chart: {
      type: banded ? 'rangeArea' : 'line',
      width: drawing.width,
      height: drawing.height,
      fontFamily: look.font,
      background: 'transparent',
      foreColor: look.muted,
      animations: { enabled: false },
      toolbar: { show: false },
      zoom: { enabled: false },
      selection: { enabled: false },
      redrawOnParentResize: false,
      redrawOnWindowResize: false,
    },
    series: banded ? strokes.map(mixed) : strokes.map(({ name, data }) => ({ name, data })),
    colors: strokes.map((stroke) => stroke.color),
    stroke: {
      curve: 'straight',
      lineCap: 'round',
      width: strokes.map((stroke) => stroke.width),
      dashArray: strokes.map((stroke) => (stroke.dashed ? 5 : 0)),
    },
    markers: { size: 0, hover: { size: 0 } },
    dataLabels: { enabled: false },
    legend: { show: false },
    tooltip: { enabled: false },
    states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
    grid: { borderColor: look.grid, xaxis: { lines: { show: false } }, padding: { left: 10, right: 16, top: -4, bottom: 0 } },
    annotations: {
      xaxis: markers.filter(({ x }) => x >= view.min && x <= view.max).map((marker) => markerLine(marker, look)),
      yaxis: levelLines(drawing, y),
    },
    ...axes(drawing, x, y),
  };
}
