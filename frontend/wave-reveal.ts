// Lets points that arrive together appear over a quarter second, so that a curve is seen to move.

const MILLIS = 250;

export class Reveal {
  /** Points beyond this x are not drawn yet. */
  limit = Infinity;

  private start = 0;

  private began = 0;

  private target = 0;

  private frame = 0;

  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(private readonly draw: () => Promise<void>) {}

  /** Goes on from where the curve is seen to end now. */
  from(end: number, target: number) {
    if (this.still.matches || document.hidden || !Number.isFinite(end) && target < 2) {
      this.all();
      return;
    }
    const seen = Math.min(this.limit, end);
    this.start = Number.isFinite(seen) ? seen : 0;
    this.limit = this.start;
    this.target = target;
    this.began = performance.now();
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => this.move());
    }
  }

  /** Shows everything at once. */
  all() {
    this.stop();
    this.limit = Infinity;
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private async move() {
    const share = Math.min(1, (performance.now() - this.began) / MILLIS);
    this.limit = share >= 1 ? Infinity : this.start + share * (this.target - this.start);
    await this.draw();
    this.frame = this.limit === Infinity ? 0 : requestAnimationFrame(() => this.move());
  }
}
