// <wave-plot>: WavePlot.java's element. Things by two of their values (dots), or by all of them (a line a thing across
// parallel axes). Each can be reached by pointer and keyboard, says what it is, and can be opened.
import { button, icon } from './wave-chart-bar';
import { savePng, saveSvg, type Frame } from './wave-chart-files';
import { colors, watchTheme } from './wave-chart-theme';
import { along, type Axis } from './wave-plot-axis';
import { drawDots, drawThreads, type Inks, type Item, type Sheet } from './wave-plot-drawing';

interface Plot {
  title: string;
  parallel: boolean;
  axes: Axis[];
  items: Item[];
  png: string;
  svg: string;
  how: string;
}

class WavePlot extends HTMLElement {
  private data?: Plot;

  private current = 0;

  private frame = 0;

  private readonly tools = document.createElement('div');

  private readonly paper = document.createElement('div');

  private readonly box = document.createElement('div');

  private readonly sizes = new ResizeObserver(() => this.later());

  private unwatch = () => {};

  constructor() {
    super();
    this.tools.className = 'wc-tools';
    this.tools.setAttribute('role', 'toolbar');
    this.paper.className = 'wp-paper';
    this.box.className = 'wc-hover';
    this.box.setAttribute('role', 'status');
    this.box.hidden = true;
  }

  connectedCallback() {
    if (!this.paper.isConnected) {
      this.append(this.tools, this.paper, this.box);
    }
    this.sizes.observe(this);
    this.unwatch = watchTheme(() => this.later());
    this.later();
  }

  disconnectedCallback() {
    this.sizes.disconnect();
    this.unwatch();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  set plot(value: Plot) {
    this.data = value;
    this.current = 0;
    this.tools.setAttribute('aria-label', value.title);
    this.tools.replaceChildren(
      button(value.png, icon('png'), () => this.save(savePng)),
      button(value.svg, icon('svg'), () => this.save(saveSvg)),
    );
    this.later();
  }

  private later() {
    if (!this.frame && this.isConnected) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.draw();
      });
    }
  }

  private inks(items: Item[]): Inks {
    const [ink, muted, grid, surface] = colors(this, ['--wt-ink', '--wt-muted', '--wt-line', '--wt-surface']);
    return { ink, muted, grid, surface, items: colors(this, items.map((item) => item.color)), font: getComputedStyle(this).fontFamily };
  }

  private draw() {
    const plot = this.data;
    const width = this.clientWidth;
    if (!plot || width < 40) {
      return;
    }
    const sheet: Sheet = { width, height: Math.max(240, this.paper.clientHeight), axes: plot.axes, items: plot.items, inks: this.inks(plot.items) };
    const drawn = plot.parallel ? drawThreads(sheet) : drawDots(sheet);
    drawn.svg.setAttribute('role', 'group');
    drawn.svg.setAttribute('aria-label', `${plot.title}. ${plot.how}`);
    const focused = this.paper.contains(document.activeElement);
    this.paper.replaceChildren(drawn.svg);
    drawn.marks.forEach((mark, i) => this.wire(drawn.marks, mark, i));
    if (focused) {
      drawn.marks[this.current]?.focus();
    }
  }

  private wire(marks: SVGElement[], mark: SVGElement, i: number) {
    const item = this.data!.items[Number(mark.dataset.item)];
    mark.setAttribute('role', 'link');
    mark.setAttribute('aria-label', item.says);
    mark.setAttribute('tabindex', i === Math.min(this.current, marks.length - 1) ? '0' : '-1');
    mark.addEventListener('pointerenter', () => this.show(mark, item));
    mark.addEventListener('pointerleave', () => this.hide());
    mark.addEventListener('focus', () => this.show(mark, item));
    mark.addEventListener('blur', () => this.hide());
    mark.addEventListener('click', () => this.open(item));
    mark.addEventListener('keydown', (event) => {
      const by = along(event.key);
      if (event.key === 'Enter') {
        this.open(item);
      } else if (by) {
        event.preventDefault();
        mark.setAttribute('tabindex', '-1');
        this.current = (i + by + marks.length) % marks.length;
        marks[this.current].setAttribute('tabindex', '0');
        marks[this.current].focus();
      }
    });
  }

  private open(item: Item) {
    this.dispatchEvent(new CustomEvent('plot-open', { detail: { key: item.key } }));
  }

  private show(mark: SVGElement, item: Item) {
    mark.classList.add('wp-on');
    mark.parentElement!.classList.add('wp-dim');
    this.box.textContent = item.says;
    this.box.hidden = false;
    const own = this.getBoundingClientRect();
    const at = mark.getBoundingClientRect();
    const most = own.width - this.box.offsetWidth;
    const middle = at.left - own.left + (this.data!.parallel ? 0 : at.width);
    this.box.style.left = `${Math.max(0, Math.min(middle + 12, most))}px`;
    // The names of parallel axes stay in sight.
    const above = at.top - own.top - this.box.offsetHeight - 8;
    this.box.style.top = `${this.data!.parallel ? own.height - this.box.offsetHeight - 8 : Math.max(36, above)}px`;
  }

  private hide() {
    this.paper.querySelectorAll('.wp-on').forEach((each) => each.classList.remove('wp-on'));
    this.paper.querySelector('.wp-dim')?.classList.remove('wp-dim');
    this.box.hidden = true;
  }

  private save(saving: (drawing: SVGElement, frame: Frame) => unknown) {
    const drawing = this.paper.querySelector('svg');
    if (drawing && this.data) {
      const inks = this.inks(this.data.items);
      const legend = this.data.items.map((item, i) => ({ name: item.name, color: inks.items[i], dashed: false }));
      saving(drawing, { title: this.data.title, legend, ink: inks.ink, surface: inks.surface, font: inks.font });
    }
  }
}

customElements.define('wave-plot', WavePlot);
