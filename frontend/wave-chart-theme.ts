// Colours of the theme for a drawing that cannot read custom properties itself.

const probe = document.createElement('span');

/** Resolves names of custom properties (and plain colours) as they are inside `host` now. */
export function colors(host: HTMLElement, names: string[]): string[] {
  host.append(probe);
  const found = names.map((name) => {
    probe.style.color = name.startsWith('--') ? `var(${name})` : name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return found;
}

/** `rgb(1, 2, 3)` with an opacity. */
export function opaque(color: string, opacity: number): string {
  const parts = color.match(/[\d.]+/g) ?? ['0', '0', '0'];
  const own = Number(parts[3] ?? 1);
  return `rgba(${parts[0]}, ${parts[1]}, ${parts[2]}, ${own * opacity})`;
}

/** Calls back when light turns dark or back; returns how to stop that. */
export function watchTheme(changed: () => void): () => void {
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    root.disconnect();
    system.removeEventListener('change', changed);
  };
}
