// The row above a chart: legend, scale, smoothing, tools.
import type { Line, Options, Words } from './wave-chart-types';

export interface Commands {
  toggle(key: string): void;
  log(on: boolean): void;
  levelled(on: boolean): void;
  smoothing(weight: number): void;
  zoom(factor: number): void;
  pan(on: boolean): void;
  reset(): void;
  png(): void;
  svg(): void;
  emphasise(key?: string): void;
  csv(): void;
}

export interface Settings {
  log: boolean;
  levels: boolean;
  smoothing: number;
}

const DRAWINGS: Record<string, string> = {
  zoomIn: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5M8.5 11h5M11 8.5v5"/>',
  zoomOut: '<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5M8.5 11h5"/>',
  pan: '<path d="M12 3v18M3 12h18M9.5 5.5 12 3l2.5 2.5M9.5 18.5 12 21l2.5-2.5M5.5 9.5 3 12l2.5 2.5M18.5 9.5 21 12l-2.5 2.5"/>',
  reset: '<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>',
  png: '<rect x="3.5" y="5" width="17" height="14" rx="2"/><path d="m4 16 5-5 5 5 2.5-2.5L20 17M15.5 9.2v.1"/>',
  svg: '<path d="M4 18c4 0 4-12 8-12s4 12 8 12"/><circle cx="4" cy="18" r="1.8"/><circle cx="20" cy="18" r="1.8"/><circle cx="12" cy="6" r="1.8"/>',
  csv: '<path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 20h15"/>',
};

export function icon(name: string): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true">${DRAWINGS[name]}</svg>`;
}

export function button(label: string, content: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.innerHTML = content;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', action);
  return element;
}

const PLAIN: Settings = { log: false, levels: true, smoothing: 0 };

/** What the reader chose last for charts of this kind. */
export function remembered(name: string): Settings {
  try {
    return { ...PLAIN, ...JSON.parse(localStorage.getItem(`wavetrain.chart.${name}`) ?? '{}') };
  } catch {
    return { ...PLAIN };
  }
}

export function remember(name: string, settings: Settings) {
  if (name) {
    try {
      localStorage.setItem(`wavetrain.chart.${name}`, JSON.stringify(settings));
    } catch {
      // A browser that keeps nothing still draws.
    }
  }
}

export function legend(line: Line, color: string, hidden: boolean, commands: Commands): HTMLElement {
  const entry = button(line.name, '', () => commands.toggle(line.key));
  entry.className = 'wc-legend';
  entry.setAttribute('aria-pressed', String(!hidden));
  const swatch = document.createElement('i');
  swatch.style.borderTop = `${Math.max(2, line.width)}px ${line.dashed ? 'dashed' : 'solid'} ${color}`;
  entry.append(swatch, line.name);
  ['pointerenter', 'focus'].forEach((come) => entry.addEventListener(come, () => commands.emphasise(line.key)));
  ['pointerleave', 'blur'].forEach((go) => entry.addEventListener(go, () => commands.emphasise()));
  return entry;
}

function toggle(label: string, pressed: boolean, command: (on: boolean) => void): HTMLButtonElement {
  const element = button(label, label, () => {
    const on = element.getAttribute('aria-pressed') !== 'true';
    element.setAttribute('aria-pressed', String(on));
    command(on);
  });
  element.className = 'wc-switch';
  element.setAttribute('aria-pressed', String(pressed));
  return element;
}

export interface Offered {
  options: Options;
  /** Whether there are levels to switch. */
  levels: boolean;
}

export function scaleControls({ options, levels }: Offered, words: Words, settings: Settings, commands: Commands): HTMLElement[] {
  const controls: HTMLElement[] = [];
  if (options.smoothing) {
    const label = document.createElement('label');
    label.className = 'wc-smoothing';
    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', min: '0', max: '0.98', step: '0.02', value: String(settings.smoothing) });
    slider.addEventListener('input', () => commands.smoothing(Number(slider.value)));
    label.append(words.smoothing, slider);
    controls.push(label);
  }
  if (levels) {
    controls.push(toggle(words.levels, settings.levels, (on) => commands.levelled(on)));
  }
  if (options.logSwitch) {
    controls.push(toggle(words.log, settings.log, (on) => commands.log(on)));
  }
  return controls;
}

export function tools(words: Words, commands: Commands): HTMLElement {
  const group = document.createElement('div');
  group.className = 'wc-tools';
  group.setAttribute('role', 'toolbar');
  group.setAttribute('aria-label', words.tools);
  const pan = button(words.pan, icon('pan'), () => {
    const on = pan.getAttribute('aria-pressed') !== 'true';
    pan.setAttribute('aria-pressed', String(on));
    commands.pan(on);
  });
  pan.setAttribute('aria-pressed', 'false');
  group.append(
    button(words.zoomIn, icon('zoomIn'), () => commands.zoom(0.5)),
    button(words.zoomOut, icon('zoomOut'), () => commands.zoom(2)),
    pan,
    button(words.reset, icon('reset'), () => commands.reset()),
    button(words.png, icon('png'), () => commands.png()),
    button(words.svg, icon('svg'), () => commands.svg()),
    button(words.csv, icon('csv'), () => commands.csv()),
  );
  return group;
}
