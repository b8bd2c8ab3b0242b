// <wave-chart>: WaveChart.java's element. ApexCharts draws; points, scales, hover and zoom are ours,
// because ApexCharts reads its points by index, where our lines have x of their own.
import { legend, remember, remembered, scaleControls, tools, type Commands, type Settings } from './wave-chart-bar';
import { bandStroke, bandText, type Band } from './wave-bands';
import { apex, apexOptions, frameOf, xScale, type ApexCharts, type Drawing, type Look, type Stroke } from './wave-chart-drawing';
import { saveCsv, savePng, saveSvg, type Frame } from './wave-chart-files';
import { Gestures } from './wave-chart-gestures';
import { Hover, type Plane, type Reading } from './wave-chart-hover';
import { moveLines } from './wave-chart-lines';
import { colors, opaque, watchTheme } from './wave-chart-theme';
import type { Level, Line, Marker, Options, Range, Words } from './wave-chart-types';
import { exact, number } from './wave-numbers';
import { Points, smoothed, unpack } from './wave-points';

const PLAIN: Options = {
  title: '', xTitle: '', yTitle: '', rememberAs: '', logSwitch: false, smoothing: false, wholeX: false, toolbar: false,
};

/** Times that a drawing took: so long a chart waits before it draws what came meanwhile. */
const REST = 3;

class WaveChart extends HTMLElement implements Commands {
  private lines: Line[] = [];

  private points = new Map<string, Points>();

  private bands = new Map<string, Band>();

  private markers: Marker[] = [];

  private levels: Level[] = [];

  private hidden_ = new Set<string>();

  private settings: Settings = remembered('');

  private fixed?: Range;

  private fixedY?: Range;

  private zoomed?: Range;

  private chart?: ApexCharts;

  private starting = false;

  private frame = 0;

  private turn = 0;

  private rested = 0;

  private plane?: Plane;

  private framed = '';

  private readonly state = { loading: false, nearby: false, noDataText: '', summary: '', options: PLAIN, texts: {} as Words };

  private readonly bar = document.createElement('div');

  private readonly keys = document.createElement('div');

  private readonly controls = document.createElement('div');

  private readonly plot = document.createElement('div');

  private readonly paper = document.createElement('div');

  private readonly over = document.createElement('div');

  private readonly cover = document.createElement('div');

  private readonly spoken = document.createElement('p');

  private readonly hover: Hover;

  private readonly gestures: Gestures;

  private readonly sizes = new ResizeObserver(() => this.later());

  private unwatch = () => {};

  constructor() {
    super();
    this.bar.className = 'wc-bar';
    this.keys.className = 'wc-keys';
    this.controls.className = 'wc-controls';
    this.plot.className = 'wc-plot';
    this.paper.className = 'wc-paper';
    this.over.className = 'wc-over';
    this.cover.className = 'wc-cover';
    this.spoken.className = 'wt-hidden';
    this.plot.append(this.paper, this.cover, this.over);
    this.bar.append(this.keys, this.controls);
    this.hover = new Hover(this.plot);
    this.gestures = new Gestures(this.over, {
      plane: () => this.plane,
      point: (x) => this.point(x),
      leave: () => this.hover.hide(),
      look: (range) => this.look(range),
      reset: () => this.reset(),
      zoom: (factor) => this.zoom(factor),
      step: (by) => this.step(by),
    });
  }

  connectedCallback() {
    // Comes while the points do.
    void apex();
    if (!this.bar.isConnected) {
      this.append(this.bar, this.plot, this.spoken);
    }
    this.sizes.observe(this.plot);
    this.unwatch = watchTheme(() => {
      this.furnish();
      this.later();
    });
    this.later();
  }

  disconnectedCallback() {
    this.sizes.disconnect();
    this.unwatch();
    clearTimeout(this.turn);
    this.turn = 0;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.chart?.destroy();
    this.chart = undefined;
    this.framed = '';
  }

  // --- what the server says -------------------------------------------------------------------

  setLines(lines: Line[]) {
    this.lines = lines;
    const kept = new Set(lines.map((line) => line.key));
    [...this.points.keys()].filter((key) => !kept.has(key)).forEach((key) => this.points.delete(key));
    this.furnish();
    this.later();
  }

  setPoints(key: string, x: string, y: string) {
    this.of(key).replace(unpack(x), unpack(y));
    this.later();
  }

  appendPoints(key: string, x: string, y: string) {
    this.of(key).append(unpack(x), unpack(y));
    this.inTurn();
  }

  setBand(key: string, x: string, low: string, high: string) {
    this.bands.set(key, { x: unpack(x), low: unpack(low), high: unpack(high) });
    this.later();
  }

  clear() {
    this.points.clear();
    this.bands.clear();
    this.zoomed = undefined;
    this.later();
  }

  setMarkers(markers: Marker[]) {
    this.markers = markers;
    this.later();
  }

  setLevels(levels: Level[]) {
    this.levels = levels;
    this.furnish();
    this.later();
  }

  setXRange(min: number, max: number) {
    this.fixed = { min, max };
    this.later();
  }

  setYRange(min: number, max: number) {
    this.fixedY = { min, max };
    this.later();
  }

  freeY() {
    this.fixedY = undefined;
    this.later();
  }

  set loading(value: boolean) {
    this.state.loading = value;
    this.later();
  }

  /** Whether lines have x of their own, so that what is read is near the pointer, not at one x. */
  set nearby(value: boolean) {
    this.state.nearby = value;
  }

  set noDataText(value: string) {
    this.state.noDataText = value;
    this.later();
  }

  set summary(value: string) {
    this.state.summary = value;
    this.inTurn();
  }

  set texts(value: Words) {
    this.state.texts = value;
    this.furnish();
  }

  set options(value: Options) {
    this.state.options = value;
    this.settings = remembered(value.rememberAs);
    this.furnish();
    this.later();
  }

  // --- what the reader does -------------------------------------------------------------------

  toggle(key: string) {
    if (!this.hidden_.delete(key)) {
      this.hidden_.add(key);
    }
    this.furnish();
    this.later();
  }

  log(on: boolean) {
    this.settings.log = on;
    remember(this.state.options.rememberAs, this.settings);
    this.later();
  }

  levelled(on: boolean) {
    this.settings.levels = on;
    remember(this.state.options.rememberAs, this.settings);
    this.later();
  }

  smoothing(weight: number) {
    this.settings.smoothing = weight;
    remember(this.state.options.rememberAs, this.settings);
    this.later();
  }

  zoom(factor: number) {
    const { min, max } = this.view();
    const middle = (min + max) / 2;
    const half = ((max - min) / 2) * factor;
    this.look({ min: middle - half, max: middle + half });
  }

  pan(on: boolean) {
    this.gestures.panning = on;
    this.over.classList.toggle('wc-panning', on);
  }

  reset() {
    this.zoomed = undefined;
    this.later();
  }

  png() {
    this.picture(savePng);
  }

  svg() {
    this.picture(saveSvg);
  }

  private picture(saving: (drawing: SVGElement, frame: Frame) => unknown) {
    const drawing = this.paper.querySelector('svg');
    if (drawing) {
      const [ink, surface] = colors(this, ['--wt-ink', '--wt-surface']);
      const shown = this.shown().map((line) => ({ name: line.name, color: this.colorOf(line), dashed: line.dashed }));
      saving(drawing, { title: this.state.options.title, legend: shown, ink, surface, font: getComputedStyle(this).fontFamily });
    }
  }

  /** One line of many stands out while the reader points at its name. */
  emphasise(key?: string) {
    const at = this.shown().findIndex((line) => line.key === key);
    this.paper.querySelectorAll<SVGElement>('.apexcharts-line-series > .apexcharts-series').forEach((each) => {
      const other = at >= 0 && each.getAttribute('data:realIndex') !== String(at);
      each.style.opacity = other ? '0.12' : '';
    });
  }

  csv() {
    saveCsv(this.state.options.title, this.state.options.xTitle, this.lines, this.points);
  }

  private look(range: Range) {
    const all = this.everything();
    const least = this.state.options.wholeX ? 2 : (all.max - all.min) / 1e4;
    const width = Math.max(range.max - range.min, least);
    if (width >= all.max - all.min) {
      this.zoomed = undefined;
    } else {
      const min = Math.min(Math.max(range.min, all.min), all.max - width);
      this.zoomed = { min, max: min + width };
    }
    this.hover.hide();
    this.later();
  }

  // --- reading --------------------------------------------------------------------------------

  private cursor = Number.NaN;

  private step(by: number) {
    const line = this.shown()[0];
    const points = line && this.points.get(line.key);
    if (points?.x.length) {
      const start = Number.isNaN(this.cursor) ? points.x.length - 1 : points.nearest(this.cursor) + by;
      this.point(points.x[Math.min(Math.max(start, 0), points.x.length - 1)]);
      this.over.setAttribute('aria-description', this.hover.text());
    }
  }

  private point(at: number) {
    if (!this.plane) {
      return;
    }
    const readings = this.shown().flatMap((line) => this.reading(line, at));
    const nearest = readings.reduce((best, each) => Math.min(best, Math.abs(each.x - at)), Infinity);
    const reach = this.state.nearby ? (this.plane.xMax - this.plane.xMin) / 50 : nearest;
    const here = readings.filter((each) => Math.abs(each.x - at) <= reach);
    this.cursor = this.state.nearby ? at : here[0]?.x ?? Number.NaN;
    this.hover.show(this.plane, `${this.state.options.xTitle} ${exact(this.cursor)}`, here);
  }

  private reading(line: Line, at: number): Reading[] {
    const points = this.points.get(line.key);
    const i = points ? points.nearest(at) : -1;
    if (!points || i < 0 || points.x[i] < this.plane!.xMin || points.x[i] > this.plane!.xMax) {
      return [];
    }
    const y = this.settings.log ? Math.log10(points.y[i]) : points.y[i];
    return [{ name: line.name, color: this.colorOf(line), dashed: line.dashed, x: points.x[i], value: number(points.y[i]) + bandText(this.bands.get(line.key), points.x[i]), y }];
  }

  // --- drawing --------------------------------------------------------------------------------

  private of(key: string): Points {
    const points = this.points.get(key) ?? new Points();
    this.points.set(key, points);
    return points;
  }

  private shown(): Line[] {
    return this.lines.filter((line) => !this.hidden_.has(line.key));
  }

  private end(): number {
    return Math.max(Number.NEGATIVE_INFINITY, ...[...this.points.values()].map((points) => points.last()));
  }

  private everything(): Range {
    const firsts = [...this.points.values()].filter((points) => points.x.length).map((points) => points.x[0]);
    const min = this.fixed?.min ?? Math.min(...firsts);
    const max = Math.max(this.fixed?.max ?? Number.NEGATIVE_INFINITY, this.end());
    return Number.isFinite(min) && Number.isFinite(max) ? { min, max: max > min ? max : min + 1 } : { min: 0, max: 1 };
  }

  private view(): Range {
    return this.zoomed ?? this.everything();
  }

  private furnish() {
    const { options, texts } = this.state;
    const legends = this.lines.length > 1
      ? this.lines.map((line) => legend(line, this.colorOf(line), this.hidden_.has(line.key), this))
      : [];
    this.keys.replaceChildren(...legends);
    if (Object.keys(texts).length && !this.controls.contains(document.activeElement)) {
      const tooling = options.toolbar ? [tools(texts, this)] : [];
      this.controls.replaceChildren(...scaleControls({ options, levels: this.levels.length > 0 }, texts, this.settings, this), ...tooling);
      this.over.setAttribute('aria-label', `${options.title}. ${texts.keys}`);
    }
    this.bar.hidden = !this.keys.childElementCount && !this.controls.childElementCount;
  }

  /** One drawing a frame, however much was said meanwhile. */
  private later() {
    if (!this.frame && this.isConnected) {
      this.frame = requestAnimationFrame(async () => {
        this.frame = 0;
        const began = performance.now();
        await this.draw();
        const now = performance.now();
        this.rested = now + REST * (now - began);
      });
    }
  }

  /** What goes on by itself leaves the page most of its time, however long a drawing takes. */
  private inTurn() {
    const wait = this.rested - performance.now();
    if (wait <= 0) {
      this.later();
    } else if (!this.turn) {
      this.turn = window.setTimeout(() => {
        this.turn = 0;
        this.later();
      }, wait);
    }
  }

  /** As it is drawn, so that legend, hover and picture show the same. */
  private colorOf(line: Line): string {
    return opaque(colors(this, [line.color])[0], line.opacity);
  }

  private strokes(): Stroke[] {
    const bands = this.shown().flatMap((line) => {
      const band = this.bands.get(line.key);
      return band ? [bandStroke(band, line.name, this.colorOf(line), this.settings.log)] : [];
    });
    const lines = this.shown().flatMap((line) => {
      const points = this.points.get(line.key) ?? new Points();
      const base = { name: line.name, dashed: line.dashed, width: line.width };
      const color = this.colorOf(line);
      const raw = { ...base, color, data: this.data(points.x, points.y) };
      if (!this.state.options.smoothing || this.settings.smoothing === 0) {
        return [raw];
      }
      const calm = { ...base, color, data: this.data(points.x, smoothed(points.y, this.settings.smoothing)) };
      return [{ ...raw, color: opaque(color, 0.25), width: 1 }, calm];
    });
    return [...bands, ...lines];
  }

  private data(x: number[], y: number[]): [number, number | null][] {
    const data: [number, number | null][] = [];
    for (let i = 0; i < x.length; i++) {
      const value = this.settings.log ? Math.log10(y[i]) : y[i];
      data.push([x[i], Number.isFinite(value) ? value : null]);
    }
    return data;
  }

  private async draw() {
    const empty = ![...this.points.values()].some((points) => points.x.length);
    this.cover.hidden = !empty;
    this.cover.className = this.state.loading ? 'wc-cover wc-skeleton' : 'wc-cover';
    this.cover.textContent = this.state.loading ? '' : this.state.noDataText || this.state.texts.noData || '';
    this.over.tabIndex = empty ? -1 : 0;
    this.spoken.textContent = this.state.summary || this.lastValues();
    const { clientWidth: width, clientHeight: height } = this.plot;
    if (!this.isConnected || width < 40 || height < 40 || (empty && !this.chart) || this.starting) {
      return;
    }
    const drawing: Drawing = {
      options: this.state.options, strokes: this.strokes(), markers: this.markers, levels: this.settings.levels ? this.levels : [], view: this.view(), heights: this.fixedY, log: this.settings.log,
      look: this.lookNow(), width, height,
    };
    const frame = frameOf(drawing);
    if (this.plane && frame === this.framed && moveLines(this.paper, drawing.strokes, this.plane)) {
      return;
    }
    const options = apexOptions(drawing);
    // ApexCharts changes what it is given.
    const { min, max } = options.yaxis as Range;
    if (this.chart) {
      await this.chart.updateOptions(options, false, false, false);
    } else {
      this.starting = true;
      const { default: Apex } = await apex();
      this.starting = false;
      if (!this.isConnected) {
        return;
      }
      this.chart = new Apex(this.paper, options);
      await this.chart.render();
      this.later();
    }
    this.measure({ min, max });
    this.framed = frame;
  }

  private measure(y: Range) {
    const globals = (this.chart as unknown as { w?: { globals: Record<string, number> } })?.w?.globals;
    if (globals) {
      const x = xScale(this.state.options, this.view(), this.plot.clientWidth);
      this.plane = {
        left: globals.translateX, top: globals.translateY, width: globals.gridWidth, height: globals.gridHeight,
        xMin: x.min, xMax: x.max, yMin: y.min, yMax: y.max,
      };
    }
  }

  private lookNow(): Look {
    const [ink, muted, grid, surface, baseline] = colors(this, ['--wt-ink', '--wt-muted', '--wt-line', '--wt-surface', '--wt-baseline']);
    return { ink, muted, grid, surface, baseline, font: getComputedStyle(this).fontFamily };
  }

  private lastValues(): string {
    return this.shown()
      .flatMap((line) => {
        const points = this.points.get(line.key);
        return points?.y.length ? [`${line.name}: ${number(points.y[points.y.length - 1])}`] : [];
      })
      .join(', ');
  }
}

customElements.define('wave-chart', WaveChart);
