// The points of one line as the browser holds them.

const MOST = 2000;

/** Takes apart what Packed.java packed: "first:count", or base64 of little-endian doubles. */
export function unpack(packed: string): number[] {
  const colon = packed.indexOf(':');
  if (colon >= 0) {
    const first = Number(packed.slice(0, colon));
    return Array.from({ length: Number(packed.slice(colon + 1)) }, (_, i) => first + i);
  }
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

/** Ascending x with their y. Holds at most 2,000: beyond, pairs of buckets keep their extremes. */
export class Points {
  x: number[] = [];

  y: number[] = [];

  replace(x: number[], y: number[]) {
    this.x = x;
    this.y = y;
    this.thin();
  }

  /** Adds behind; what repeats an x already held is left out, as after a reconnection. */
  append(x: number[], y: number[]) {
    const last = this.last();
    for (let i = 0; i < x.length; i++) {
      if (!(x[i] <= last)) {
        this.x.push(x[i]);
        this.y.push(y[i]);
      }
    }
    this.thin();
  }

  last(): number {
    return this.x.length ? this.x[this.x.length - 1] : Number.NEGATIVE_INFINITY;
  }

  /** The index of the point nearest to `at`, or -1 where there is none. */
  nearest(at: number): number {
    let low = 0;
    let high = this.x.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.x[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && at - this.x[low - 1] < this.x[low] - at ? low - 1 : low < this.x.length ? low : -1;
  }

  /** Of every four points keeps the least and the greatest, and the first and last of all. */
  private thin() {
    while (this.x.length > MOST) {
      const x = [this.x[0]];
      const y = [this.y[0]];
      const end = this.x.length - 1;
      for (let from = 1; from < end; from += 4) {
        this.extremes(from, Math.min(from + 4, end)).forEach((i) => {
          x.push(this.x[i]);
          y.push(this.y[i]);
        });
      }
      x.push(this.x[end]);
      y.push(this.y[end]);
      this.x = x;
      this.y = y;
    }
  }

  private extremes(from: number, to: number): number[] {
    let least = from;
    let most = from;
    for (let i = from; i < to; i++) {
      if (!Number.isFinite(this.y[i])) {
        return [i];
      }
      least = this.y[i] < this.y[least] ? i : least;
      most = this.y[i] > this.y[most] ? i : most;
    }
    return least === most ? [least] : [Math.min(least, most), Math.max(least, most)];
  }
}

/** Exponential moving average, corrected for its start; gaps stay gaps. `weight` in [0, 1). */
export function smoothed(y: number[], weight: number): number[] {
  let sum = 0;
  let share = 0;
  return y.map((value) => {
    if (!Number.isFinite(value)) {
      return value;
    }
    sum = weight * sum + (1 - weight) * value;
    share = weight * share + (1 - weight);
    return sum / share;
  });
}
