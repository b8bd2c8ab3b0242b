// Pointer and keys over a chart: read, drag to zoom or pan, double click to see everything.
import type { Plane } from './wave-chart-hover';
import type { Range } from './wave-chart-types';

export interface Target {
  plane(): Plane | undefined;
  point(x: number): void;
  leave(): void;
  look(range: Range): void;
  reset(): void;
  zoom(factor: number): void;
  step(by: number): void;
}

const LEAST_DRAG = 6;

export class Gestures {
  panning = false;

  private from?: { pixel: number; x: number; range: Range };

  private readonly band = document.createElement('div');

  constructor(private readonly over: HTMLElement, private readonly target: Target) {
    this.band.className = 'wc-band';
    this.band.hidden = true;
    over.append(this.band);
    over.setAttribute('role', 'application');
    over.addEventListener('pointermove', (event) => this.move(event));
    over.addEventListener('pointerdown', (event) => this.down(event));
    over.addEventListener('pointerup', (event) => this.up(event));
    over.addEventListener('pointercancel', () => this.end());
    over.addEventListener('pointerleave', () => target.leave());
    over.addEventListener('dblclick', () => target.reset());
    over.addEventListener('blur', () => target.leave());
    over.addEventListener('keydown', (event) => this.key(event));
  }

  private pixel(event: PointerEvent): number {
    return event.clientX - this.over.getBoundingClientRect().left;
  }

  private x(plane: Plane, pixel: number): number {
    const share = Math.min(1, Math.max(0, (pixel - plane.left) / plane.width));
    return plane.xMin + share * (plane.xMax - plane.xMin);
  }

  private down(event: PointerEvent) {
    const plane = this.target.plane();
    if (plane && event.button === 0 && event.pointerType !== 'touch') {
      const pixel = this.pixel(event);
      this.from = { pixel, x: this.x(plane, pixel), range: { min: plane.xMin, max: plane.xMax } };
      this.over.setPointerCapture(event.pointerId);
    }
  }

  private move(event: PointerEvent) {
    const plane = this.target.plane();
    if (!plane) {
      return;
    }
    const pixel = this.pixel(event);
    if (!this.from) {
      this.target.point(this.x(plane, pixel));
    } else if (this.panning) {
      const by = ((this.from.pixel - pixel) / plane.width) * (this.from.range.max - this.from.range.min);
      this.target.look({ min: this.from.range.min + by, max: this.from.range.max + by });
    } else {
      this.band.hidden = false;
      const left = Math.max(plane.left, Math.min(pixel, this.from.pixel));
      const right = Math.min(plane.left + plane.width, Math.max(pixel, this.from.pixel));
      Object.assign(this.band.style, {
        left: `${left}px`, width: `${Math.max(0, right - left)}px`, top: `${plane.top}px`, height: `${plane.height}px`,
      });
    }
  }

  private up(event: PointerEvent) {
    const plane = this.target.plane();
    const { from } = this;
    this.end();
    if (plane && from && !this.panning && Math.abs(this.pixel(event) - from.pixel) >= LEAST_DRAG) {
      const to = this.x(plane, this.pixel(event));
      this.target.look({ min: Math.min(from.x, to), max: Math.max(from.x, to) });
    }
  }

  private end() {
    this.from = undefined;
    this.band.hidden = true;
  }

  private key(event: KeyboardEvent) {
    const plane = this.target.plane();
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.arrow(event, -1, plane),
      ArrowRight: () => this.arrow(event, 1, plane),
      '+': () => this.target.zoom(0.5),
      '-': () => this.target.zoom(2),
      0: () => this.target.reset(),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  }

  /** Arrows read point by point; with Shift they move the section that is seen. */
  private arrow(event: KeyboardEvent, by: number, plane: Plane | undefined) {
    if (!event.shiftKey) {
      this.target.step(by);
    } else if (plane) {
      const shift = (by * (plane.xMax - plane.xMin)) / 5;
      this.target.look({ min: plane.xMin + shift, max: plane.xMax + shift });
    }
  }
}
