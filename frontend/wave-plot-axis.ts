// Where a value stands along an axis, and what the axis says.
import { brief, logScale, niceScale, tick, tickAt } from './wave-numbers';

export interface Axis {
  name: string;
  /** What the values 0, 1, … mean; empty where they are numbers. */
  words: string[];
}

export interface Tick {
  /** From 0 to 1. */
  at: number;
  label: string;
}

export interface Ruler {
  log: boolean;
  ticks: Tick[];
  /** From 0 to 1; NaN where it has no place. */
  place(value: number | null): number;
}

/** Beyond this ratio of the largest to the smallest, steps are powers of ten. */
const LOG_FROM = 50;

const LONGEST = 18;

/** At most so many letters; those of Japanese are twice as wide. */
export function cut(text: string, longest = LONGEST): string {
  let room = longest;
  for (let i = 0; i < text.length; i++) {
    room -= text.charCodeAt(i) > 0x2e80 ? 2 : 1;
    if (room < 0) {
      return `${text.slice(0, Math.max(1, i - 1))}…`;
    }
  }
  return text;
}

export function ruler(axis: Axis, values: (number | null)[], most: number): Ruler {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (axis.words.length) {
    const count = axis.words.length;
    const place = (value: number | null) => (value === null ? Number.NaN : (value + 0.5) / count);
    return { log: false, place, ticks: axis.words.map((word, i) => ({ at: place(i), label: cut(word) })) };
  }
  const [min, max] = known.length ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const log = min > 0 && max / min >= LOG_FROM;
  const scale = log ? logScale(Math.log10(min), Math.log10(max)) : niceScale(min, max, most);
  const place = (value: number | null) => {
    const y = value === null ? Number.NaN : log ? Math.log10(value) : value;
    return (y - scale.min) / (scale.max - scale.min);
  };
  const ticks = Array.from({ length: scale.ticks + 1 }, (_, i) => {
    const value = tickAt(scale, i);
    return { at: i / scale.ticks, label: log ? brief(10 ** value) : tick(value, scale) };
  });
  return { log, place, ticks };
}

/** Which way an arrow goes; 0 for other keys. */
export function along(key: string): number {
  return { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key] ?? 0;
}
