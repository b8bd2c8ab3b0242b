// Placeholder element until the chart's modules are in place.
export {};
