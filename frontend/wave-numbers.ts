// Numbers as people read them; Formats.java writes them the same way.

/**
 * What was measured: four significant digits; below 1e-3 and from 1e6 on three, in scientific notation. Zeros at the
 * end stay, so that numbers under each other have the same length.
 */
export function number(value: number): string {
  return written(value, (digits) => digits);
}

/** The same without zeros at the end: the ticks of an axis, an epoch. */
export function brief(value: number): string {
  return written(value, (digits) => (digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits));
}

/** What was counted, such as an epoch, to its last digit, grouped as the page's language does; else as {@link brief}. */
export function exact(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? count(value) : brief(value);
}

function count(value: number): string {
  return value.toLocaleString(document.documentElement.lang || 'en').replace('-', '−');
}

/** Counts are as short as this many digits allow; a scale beyond is in powers of ten. */
const LARGEST_COUNT = 1e8;

/** Below, a scale is in powers of ten too; where it reaches so far, it is without. */
const LEAST = 1e-3;

/**
 * A tick of a scale, all of which are written alike. What adding up steps leaves beside zero is zero; where steps are small
 * beside the values, four digits would write several ticks alike.
 */
export function tick(value: number, scale: Scale): string {
  const step = stepOf(scale);
  const size = Math.abs(value);
  const largest = Math.max(-scale.min, scale.max);
  if (size < step / 1e6) {
    return '0';
  }
  const whole = Math.round(value);
  if (Math.abs(whole - value) < step / 1e6 && step >= 1 && largest < LARGEST_COUNT) {
    return count(whole);
  }
  const small = size < LEAST - step / 1e6 && largest > LEAST - step / 1e6;
  if (!(step > 0) || (size < step * 1000 && !small) || size >= 1e15) {
    return brief(value);
  }
  const decimals = Math.min(15, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  return value.toFixed(decimals).replace('-', '−');
}

function written(value: number, shortened: (digits: string) => string): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  const size = Math.abs(value);
  if (size === Infinity) {
    return value > 0 ? '∞' : '−∞';
  }
  if (size === 0) {
    return '0';
  }
  let text: string;
  if (size < 1e-3 || size >= 1e6) {
    const [digits, exponent] = value.toExponential(2).split('e');
    text = `${shortened(digits)}e${exponent.replace('+', '')}`;
  } else {
    const rounded = Number(value.toPrecision(4));
    const decimals = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(rounded))));
    text = shortened(rounded.toFixed(decimals));
  }
  return text.replaceAll('-', '−');
}

/** A scale: its ends are multiples of its step, which is 1, 2 or 5 times a power of ten. */
export interface Scale {
  min: number;
  max: number;
  ticks: number;
}

export function stepOf(scale: Scale): number {
  return (scale.max - scale.min) / scale.ticks;
}

/** Where a tick is, counted from the lowest. */
export function tickAt(scale: Scale, i: number): number {
  return scale.min + i * stepOf(scale);
}

/** The scale of few round steps that holds [min, max]. */
export function niceScale(min: number, max: number, most: number, leastStep = 0): Scale {
  const span = max > min ? max - min : Math.max(Math.abs(max), leastStep, 1e-12);
  const rough = Math.max(span / most, leastStep, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough * 0.999999) ?? 10);
  const low = Math.floor(min / step + 1e-9) * step;
  const high = Math.max(Math.ceil(max / step - 1e-9) * step, low + step);
  return { min: low, max: high, ticks: Math.round((high - low) / step) };
}

/** A scale in powers of ten, for values that are logarithms already. */
export function logScale(min: number, max: number): Scale {
  const span = max - min;
  if (span < 1) {
    return niceScale(min, max, 5, 0.05);
  }
  const step = Math.max(1, Math.ceil(span / 6));
  const low = Math.floor(min / step + 1e-9) * step;
  const high = Math.max(Math.ceil(max / step - 1e-9) * step, low + step);
  return { min: low, max: high, ticks: Math.round((high - low) / step) };
}
