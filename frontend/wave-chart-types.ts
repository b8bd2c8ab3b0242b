// What WaveChart.java sends.

export interface Line {
  key: string;
  name: string;
  color: string;
  dashed: boolean;
  width: number;
  opacity: number;
}

export interface Marker {
  x: number;
  label: string;
}

/** A horizontal line: something to beat. */
export interface Level {
  y: number;
  label: string;
  dashed: boolean;
}

export interface Options {
  title: string;
  xTitle: string;
  yTitle: string;
  rememberAs: string;
  logSwitch: boolean;
  smoothing: boolean;
  wholeX: boolean;
  toolbar: boolean;
}

export type Words = Record<string, string>;

export interface Range {
  min: number;
  max: number;
}
