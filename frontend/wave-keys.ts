// Keys that work on every page. Only here is it known whether someone is typing.
export {};

const TYPING = 'input, textarea, select, [contenteditable="true"], vaadin-text-field, vaadin-text-area';

function typing(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(TYPING));
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.style.colorScheme.startsWith('dark')
    || (root.style.colorScheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.style.colorScheme = dark ? 'light' : 'dark';
  document.cookie = `wavetrain-theme=${dark ? 'LIGHT' : 'DARK'}; path=/; max-age=31536000; samesite=lax`;
}

function go(path: string) {
  const link = document.createElement('a');
  link.href = path;
  link.setAttribute('router-link', '');
  document.body.append(link);
  link.click();
  link.remove();
}

function focusFilter() {
  const field = document.querySelector<HTMLElement>('[data-filter]');
  field?.focus();
}

const TARGETS: Record<string, string> = { r: '', e: 'experiments' };

let helper: HTMLElement | undefined;
let goPressed = 0;

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) {
    return;
  }
  const target = TARGETS[event.key];
  if (target !== undefined && event.timeStamp - goPressed < 1500) {
    go(target);
  } else if (event.key === '?') {
    helper?.dispatchEvent(new CustomEvent('wave-help'));
  } else if (event.key === '/') {
    focusFilter();
    event.preventDefault();
  } else if (event.key === 't') {
    switchTheme();
  }
  goPressed = event.key === 'g' ? event.timeStamp : 0;
}

document.addEventListener('keydown', onKey);

declare global {
  interface Window {
    wavetrainKeys(element: HTMLElement): void;
  }
}

/** The element of the page that is told when help is asked for. */
window.wavetrainKeys = (element) => {
  helper = element;
};
