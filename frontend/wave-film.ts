// <wave-film>: Film.java's element. Plays one line of a <wave-chart>, frame by frame. The frames come from the
// server while the film already runs; where the next one is late, the film waits for it.
import type { Words } from './wave-chart-types';

const MILLIS = 100;
const MILLIS_STILL = 1000;

interface Frame {
  x: string;
  y: string;
  caption: string;
}

interface Chart extends HTMLElement {
  setPoints(key: string, x: string, y: string): void;
}

interface Slider extends HTMLElement {
  value: number;
}

class WaveFilm extends HTMLElement {
  /** By name; null for one that cannot be made. */
  private frames = new Map<string, Frame | null>();

  private order: string[] = [];

  private at = 0;

  private playing = false;

  private timer = 0;

  private line = '';

  private chart?: Chart;

  private slider?: Slider;

  private words_: Words = {};

  private readonly button = document.createElement('button');

  private readonly caption = document.createElement('span');

  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  private readonly touched = () => this.pause();

  constructor() {
    super();
    this.button.type = 'button';
    this.button.className = 'wt-icon-button';
    this.button.addEventListener('click', () => (this.playing ? this.pause() : this.play()));
    this.caption.className = 'wf-caption';
  }

  connectedCallback() {
    if (!this.button.isConnected) {
      this.append(this.button, this.caption);
    }
  }

  disconnectedCallback() {
    this.stop();
  }

  // --- what the server says -------------------------------------------------------------------

  set words(value: Words) {
    this.words_ = value;
    this.furnish();
  }

  show(chart: Chart, slider: Slider, line: string) {
    this.chart = chart;
    this.line = line;
    if (this.slider !== slider) {
      this.slider = slider;
      // Whoever takes the slider wants to choose.
      slider.addEventListener('pointerdown', this.touched);
      slider.addEventListener('keydown', this.touched);
    }
  }

  /** Runs the film over these frames, those already here and those to come. */
  begin(order: string[], from: number) {
    this.order = order;
    this.at = from - 1;
    this.playing = true;
    this.furnish();
    this.tick();
  }

  frame(name: string, x: string, y: string, caption: string) {
    this.frames.set(name, { x, y, caption });
  }

  missing(name: string) {
    this.frames.set(name, null);
  }

  forget() {
    this.stop();
    this.frames.clear();
    this.caption.textContent = '';
  }

  // --- what the reader does -------------------------------------------------------------------

  private play() {
    this.playing = true;
    this.caption.textContent = this.words_.waiting;
    this.furnish();
    this.dispatchEvent(new CustomEvent('film-wanted', { detail: { have: [...this.frames.keys()].join(' ') } }));
  }

  private pause() {
    if (this.playing) {
      this.stop();
      this.dispatchEvent(new CustomEvent('film-rest', { detail: { name: this.order[Math.max(this.at, 0)] ?? '' } }));
    }
  }

  private stop() {
    window.clearTimeout(this.timer);
    this.playing = false;
    this.furnish();
  }

  private tick() {
    window.clearTimeout(this.timer);
    if (!this.playing) {
      return;
    }
    const began = performance.now();
    while (this.frames.get(this.order[this.at + 1]) === null) {
      this.at++;
    }
    if (this.at + 1 >= this.order.length) {
      this.pause();
      return;
    }
    const frame = this.frames.get(this.order[this.at + 1]);
    if (frame) {
      this.at++;
      this.draw(frame);
    }
    const pace = this.still.matches ? MILLIS_STILL : MILLIS;
    this.timer = window.setTimeout(() => this.tick(), Math.max(0, pace - (performance.now() - began)));
  }

  private draw(frame: Frame) {
    this.chart?.setPoints(this.line, frame.x, frame.y);
    this.caption.textContent = frame.caption;
    if (this.slider) {
      this.slider.value = this.at;
    }
  }

  private furnish() {
    const { play, pause, playIcon, pauseIcon } = this.words_;
    const said = this.playing ? pause : play;
    this.button.title = said ?? '';
    this.button.setAttribute('aria-label', said ?? '');
    this.button.innerHTML = `<span class="wt-icon" aria-hidden="true">${(this.playing ? pauseIcon : playIcon) ?? ''}</span>`;
    this.toggleAttribute('playing', this.playing);
  }
}

customElements.define('wave-film', WaveFilm);
